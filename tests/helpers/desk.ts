import { randomUUID } from 'node:crypto'

/** An officer, or anybody signed in, acting on a running server over HTTP. */
export async function signIn(url: string, username: string) {
  const login = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'tanggap-demo' }),
  })
  if (!login.ok) throw new Error(`login of ${username}: ${login.status}`)
  const cookie = login.headers
    .getSetCookie()
    .map(c => c.split(';')[0])
    .join('; ')

  async function post(path: string, body: object = {}, key: string = randomUUID()) {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as ReturnType<typeof JSON.parse> }
  }

  return {
    cookie,
    post,
    take: (serviceId = 'ktp-el', priority = false) => post('/api/offices/samarinda/tickets', { serviceId, priority }),
    at: (counter: string, act: string, body: object = {}) =>
      post(`/api/offices/samarinda/counters/${counter}/${act}`, body),
  }
}

export type Desk = Awaited<ReturnType<typeof signIn>>

/** A device of a running trial office, paired by itself as one on the same machine is; its cookie. */
export async function pairDevice(url: string, kind: 'kiosk' | 'display' | 'tablet'): Promise<string> {
  const paired = await fetch(`${url}/api/devices/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  })
  if (!paired.ok) throw new Error(`pairing of a ${kind}: ${paired.status}`)
  return paired.headers
    .getSetCookie()
    .map(c => c.split(';')[0])
    .join('; ')
}

/** The address of the survey of the last visit at a counter, as the counter's tablet gets it. */
export async function surveyPathAt(url: string, counter: string): Promise<string> {
  const cookie = await pairDevice(url, 'tablet')
  const answer = await fetch(`${url}/api/offices/samarinda/counters/${counter}/survey`, { headers: { cookie } })
  return ((await answer.json()) as { path: string }).path
}
