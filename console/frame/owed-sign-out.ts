import { call, codeOf } from '../../shared/web/client.ts'

const PLACE = 'tanggap-signed-out'
const AGAIN_MS = 3_000

/** Somebody signed out in this browser and the server does not know it yet: without a network the session still stands there. */
export function isSignOutOwed(): boolean {
  try {
    return localStorage.getItem(PLACE) !== null
  } catch {
    return false
  }
}

/** Remembers that somebody signs out, until the server knows. */
export function oweSignOut(): void {
  try {
    localStorage.setItem(PLACE, '1')
  } catch {
    // A browser that keeps nothing: the server is told at once or not at all.
  }
}

/** The server knows, or somebody else is in by now. */
export function signOutIsPaid(): void {
  try {
    localStorage.removeItem(PLACE)
  } catch {
    // Nothing was kept.
  }
}

/** Tells the server once; throws `UNREACHABLE` where it cannot be told. */
export async function paySignOut(): Promise<void> {
  try {
    await call('POST /api/logout', {})
  } catch (error) {
    if (codeOf(error) === 'UNREACHABLE') throw error
  }
  signOutIsPaid()
}

/** Tells the server as soon as there is one, as long as it is owed. */
export async function paySignOutLater(): Promise<void> {
  while (isSignOutOwed()) {
    await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    if (isSignOutOwed()) await paySignOut().catch(() => undefined)
  }
}
