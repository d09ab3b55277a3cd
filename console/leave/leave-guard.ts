import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Those of the pages that are shown. */
const guards = new Set<LeaveGuard>()

/**
 * Whether a page keeps a changed address from being followed: it asks, and the old address stands again. The console asks this
 * itself before it routes, for at the window listeners run as they were added, and the console's own was there first.
 */
export function heldBack(event: HashChangeEvent): boolean {
  return [...guards].some(guard => guard.holdsBack(event))
}

/** Asks before unsaved work is left: by a link, another address, the browser's way back, signing out, or closing the tab. */
export class LeaveGuard implements ReactiveController {
  asking = false
  /** Goes where the person wanted to go. */
  private go: () => void = () => {}
  private leaving = false
  private readonly host: ReactiveControllerHost
  private readonly dirty: () => boolean

  constructor(host: ReactiveControllerHost, dirty: () => boolean) {
    this.host = host
    this.dirty = dirty
    host.addController(this)
  }

  hostConnected(): void {
    this.leaving = false
    guards.add(this)
    // Capturing comes before the browser follows a link, and before the console hears of a sign-out.
    document.addEventListener('click', this.onClick, true)
    window.addEventListener('signout', this.onSignOut, true)
    window.addEventListener('beforeunload', this.onUnload)
  }

  hostDisconnected(): void {
    guards.delete(this)
    document.removeEventListener('click', this.onClick, true)
    window.removeEventListener('signout', this.onSignOut, true)
    window.removeEventListener('beforeunload', this.onUnload)
  }

  /** Goes there at once where nothing would be lost, else once it was asked; the page may stay, and guard what comes next. */
  when(go: () => void): void {
    if (!this.holds) return go()
    this.ask(() => {
      this.leaving = false
      go()
    })
  }

  /** Whether this page stays at another address, which is asked about first. */
  holdsBack({ oldURL, newURL }: HashChangeEvent): boolean {
    if (!this.holds) return false
    const to = new URL(newURL).hash
    history.pushState(null, '', oldURL)
    this.ask(() => (location.hash = to))
    return true
  }

  stay(): void {
    this.asking = false
    this.host.requestUpdate()
  }

  /** The page, and with it what was typed, is gone after that. */
  leave(): void {
    this.stay()
    this.leaving = true
    this.go()
  }

  private readonly onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    if (!link?.hash || link.hash === location.hash || !this.holds) return
    event.preventDefault()
    this.ask(() => (location.hash = link.hash))
  }

  private readonly onSignOut = (event: Event): void => {
    const [from] = event.composedPath()
    if (!from || !this.holds) return
    event.stopPropagation()
    this.ask(() => from.dispatchEvent(new CustomEvent('signout', { bubbles: true, composed: true })))
  }

  private readonly onUnload = (event: BeforeUnloadEvent): void => {
    if (this.holds) event.preventDefault()
  }

  private get holds(): boolean {
    return !this.leaving && this.dirty()
  }

  private ask(go: () => void): void {
    this.go = go
    this.asking = true
    this.host.requestUpdate()
  }
}
