import { DEMO_PASSWORD } from '../demo/staff.ts'
import type { Program } from '../compose/compose.ts'
import { randomId } from '../services/identity/secrets.ts'

/** Somebody of the trial office who is signed in, acting as their screens do. */
export interface Acting {
  /** Gives what was answered; throws where it was refused. */
  post<T>(path: string, body?: object): Promise<T>
  /** Ends the session. */
  leaves(): Promise<void>
}

/** Signs somebody of the trial office in. */
export async function signedIn({ app }: Pick<Program, 'app'>, username: string): Promise<Acting> {
  let cookie = ''
  async function post<T>(path: string, body: object = {}): Promise<T> {
    const response = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomId(), host: 'localhost', cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${username} at ${path}: ${response.status} ${await response.text()}`)
    const given = response.headers.getSetCookie().map(c => c.split(';')[0]!)
    if (given.length > 0) cookie = given.join('; ')
    return (await response.json()) as T
  }
  await post('/api/login', { username, password: DEMO_PASSWORD })
  return {
    post,
    async leaves() {
      await post('/api/logout')
    },
  }
}
