import { afterAll, beforeAll, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { withSeen, type OfficeChange } from '../../shared/office/structure/change.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { onlyOnRecord } from '../helpers/on-record.ts'
import { png } from '../helpers/pictures.ts'
import { MORNING, testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const TUESDAY = '2026-06-09'
let app: TestApp
let admin: Visitor
beforeAll(async () => {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  await saveOffice(db, { ...demoOffice, openedAt: null })
  app = await testApp({ db })
  admin = await app.as('admin')
  // Planned on the first look, whatever comes of it.
  await app.days.today('samarinda')
  // So that the office may open.
  await db.kysely.updateTable('staff').set({ totp_since: MORNING }).where('username', '=', 'admin').execute()
})
afterAll(() => app.close())

const saves = (change: OfficeChange) =>
  admin.patch(`${OFFICE}/settings`, { ...withSeen(change, app.offices.get('samarinda')), foreseen: 99 })
const key = (word: string) => ({ 'idempotency-key': word.padEnd(22, 'x') })
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')
const shift = { counterId: '1', from: '08:00', to: '15:00', rest: null, insteadOf: null }
const leave = { staffId: 'p2', kind: 'annual', from: TUESDAY, to: TUESDAY, part: null }
const superior = { assessorId: 'atasan', superiorId: 'manajer', from: TUESDAY, to: null }
const delegation = { personId: 'atasan', delegateId: 'meja', from: TUESDAY, to: TUESDAY }
const supervision = { officerId: 'p1', assessorId: 'atasan', from: TUESDAY, to: null }
const people = { name: 'Eko Contoh', username: 'eko', roles: ['officer'] }
const list = { content: base64('Nama;Surel;Peran\nFitri Contoh;fitri@kantor.example;Petugas loket') }
const second = { name: 'Kantor Timur', city: 'Jayapura', zone: 'WIT', template: null, administrator: null }
const lastOf = async (list: string) => (await admin.get(`${OFFICE}/${list}`)).body[list].at(-1).id as string
/** A screen that waits in the hall to be let in. */
const screen = async () => (await app.visitor().post('/api/devices/pairings', { kind: 'display' })).body
let shown: { code: string; pairingId: string; secret: string }

async function restores(): Promise<Answer> {
  const { last } = (await admin.get(`${OFFICE}/structure`)).body
  return admin.post(`${OFFICE}/versions/1/restore`, { last: last.version, foreseen: 99 })
}

async function byFile(): Promise<Answer> {
  const text = (await app.officeFiles.text('samarinda')).replace('name: Loket 3', 'name: Meja 3')
  await app.officeFiles.apply(text, 'operator', true)
  return { status: 200, text: '', body: {}, headers: new Headers() }
}

const ACTS: readonly (readonly [string, () => Promise<Answer>])[] = [
  ['office.template', () => admin.post(`${OFFICE}/template`, { template: 'kecamatan' })],
  ['office.configure', () => saves({ address: 'Jalan Contoh 1' })],
  [
    'office.configure',
    () => saves({ messages: { drawn: ['Undian {service} selesai: {link}', 'The draw of {service} is done: {link}'] } }),
  ],
  ['office.logo', () => admin.post(`${OFFICE}/logo`, { content: base64(png()) })],
  ['office.restore', restores],
  [
    'office.roles',
    () =>
      admin.post(`${OFFICE}/roles`, {
        roles: [{ id: 'penjaga', name: ['Penjaga', 'Keeper'], permissions: ['device.approve'] }],
        seen: [],
      }),
  ],
  ['office.file', byFile],
  ['office.begin', () => admin.post(`${OFFICE}/offices`, second, key('kantor-2'))],
  ['staff.invite', () => admin.post(`${OFFICE}/people`, people, key('eko'))],
  ['staff.inviteList', () => admin.post(`${OFFICE}/lists/staff/invite`, list, key('daftar'))],
  ['device.approve', () => admin.post(`${OFFICE}/devices`, { code: shown.code, name: 'Layar depan' })],
  ['device.place', async () => admin.post(`${OFFICE}/devices/${await lastOf('devices')}/area`, { area: null })],
  ['device.revoke', async () => admin.post(`${OFFICE}/devices/${await lastOf('devices')}/revoke`)],
  [
    'roster.saved',
    () =>
      admin.post(`${OFFICE}/roster/2026-06-08`, {
        cells: [{ staffId: 'p1', date: TUESDAY, seen: [], shifts: [shift] }],
      }),
  ],
  ['leave.added', () => admin.post(`${OFFICE}/leaves`, leave, key('cuti'))],
  ['leave.removed', () => admin.post(`${OFFICE}/leaves/${'cuti'.padEnd(22, 'x')}/remove`)],
  ['observer.end', async () => admin.post(`${OFFICE}/observers/${await lastOf('observers')}/end`)],
  ['observer.agree', () => admin.post(`${OFFICE}/observers`, { username: 'pemantau', from: TUESDAY, to: null })],
  ['supervision.add', () => admin.post(`${OFFICE}/supervisions`, supervision)],
  [
    'supervision.end',
    async () => admin.post(`${OFFICE}/supervisions/${await lastOf('supervisions')}/end`, { to: TUESDAY }),
  ],
  ['superior.add', () => admin.post(`${OFFICE}/superiors`, superior)],
  ['superior.end', async () => admin.post(`${OFFICE}/superiors/${await lastOf('superiors')}/end`, { to: TUESDAY })],
  ['delegation.add', () => admin.post(`${OFFICE}/delegations`, delegation)],
  ['delegation.end', async () => admin.post(`${OFFICE}/delegations/${await lastOf('delegations')}/end`)],
  ['office.open', () => admin.post(`${OFFICE}/opening`)],
]

it.each(ACTS)('%s is done with its line in the audit log, or not at all [A9]', async (what, act) => {
  shown ??= await screen()
  await onlyOnRecord(app, what, act)
  const { pairingId, secret } = shown
  if (what === 'device.approve') await app.visitor().post('/api/devices/pairings/claim', { pairingId, secret })
})
