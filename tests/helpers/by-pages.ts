import { formIn } from './booking-app.ts'
import { people } from './overheard.ts'
import type { TestApp, Visitor } from './test-app.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** A form sent as a browser without scripts sends it, and where it leads. */
export async function post(who: Visitor, to: string, form: URLSearchParams) {
  const answer = await who.post(to, form.toString(), FORM)
  return { ...answer, to: answer.headers.get('location') ?? '' }
}

/** The way of a browser without scripts to its form, and the form sent. */
export async function byPages(
  who: Visitor,
  service: string,
  query: string,
  n: number,
  typed: Record<string, string> = {},
) {
  let form = await who.get(`/b/samarinda/${service}/data?${query}&lang=id`)
  if (form.status === 303) form = await who.get(form.headers.get('location')!)
  const { name, phone, nik } = people[n]!
  return post(who, `/b/samarinda/${service}/data`, formIn(form.text, 'book', { name, phone, nik, ...typed }))
}

/** The token of a ticket's page. */
export const tokenOf = (to: string) => /\/t\/([^?]+)/.exec(to)![1]!

const A_PDF = [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]

/** A scan sent from the ticket's page, and the address to which it leads back. */
export async function sendScan(app: TestApp, token: string, name: string, bytes = new Uint8Array(A_PDF)) {
  const body = new FormData()
  body.set('file', new File([bytes], name, { type: 'application/pdf' }))
  const answer = await app.app.request(`/t/${token}/files`, { method: 'POST', body, headers: { host: 'localhost' } })
  return { status: answer.status, to: answer.headers.get('location') ?? '' }
}

/** A scan that is taken. */
export async function upload(app: TestApp, token: string, name: string) {
  const { status, to } = await sendScan(app, token, name)
  if (status !== 303 || to.includes('said')) throw new Error(`upload: ${status} ${to}`)
}

/** A scan opened by somebody of the staff for a reason. */
export function openScan(who: Visitor, file: string, reason: string) {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  return who.post(`/api/offices/samarinda/files/${file}`, `reason=${reason}`, form)
}
