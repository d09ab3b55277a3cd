import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listener, until } from '../helpers/listeners.ts'
import { streamed } from '../helpers/streamed.ts'
import { counterPath, surveyAt, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

/** One busy morning with everything that may never be seen outside, then a search for it in everything that was sent. */
let app: TestApp
const sent = { hall: '', ticket: '', board: '', log: '', metrics: '', journal: '' }
const secret = { ids: [] as string[], tokens: [] as string[], officers: ['p1', 'p2', 'atasan'], words: [] as string[] }

beforeAll(async () => {
  app = await testApp()
  const url = await app.listen()
  const kiosk = await app.device('kiosk')
  const display = await app.device('display')
  const officer = await app.as('petugas1')
  const chief = await app.as('atasan')
  const hall = await listener(url, 'hall', display)
  await officer.post(counterPath('1', 'open'))
  await chief.post(counterPath('2', 'open'))
  const taken = []
  for (let i = 0; i < 10; i++)
    taken.push((await kiosk.post(TICKETS, { serviceId: 'ktp-el', priority: i % 4 === 0 })).body)
  secret.ids = taken.map(t => t.ticket.id)
  secret.tokens = taken.map(t => t.token)
  const phone = await streamed(url, taken[9].path)
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  await officer.post(counterPath('1', 'park'), { reason: 'copy' })
  await chief.post(counterPath('2', 'call-next'), { pick: { ticketId: taken[8].ticket.id, reason: 'vulnerable' } })
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'finish'))
  const survey = await surveyAt(app, '1')
  secret.tokens.push(survey.split('/').at(-1)!)
  secret.words = ['copy', 'vulnerable', 'Petugas 1', 'Kursi-rahasia', 'tanggap-demo', 'staff:', 'device:', 'commandId']
  const citizen = app.visitor()
  await citizen.post(`${survey}/rating`, { rating: 1, reasons: ['slow'] })
  await citizen.post(`${survey}/answers`, {
    answers: { waktu: 1 },
    suggestion: 'Kursi-rahasia',
  })
  await citizen.get(`/t/${secret.tokens[0]}`)
  await citizen.post('/api/login', { username: 'petugas1', password: 'salah-ketik' })
  const { seq } = await app.days.today('samarinda')
  await until(() => hall.day()?.seq === seq)
  await new Promise(resolve => setTimeout(resolve, 1_200))
  sent.hall = hall.words.join('\n')
  sent.ticket = phone.text()
  sent.board = (await citizen.get('/api/offices/samarinda/board')).text
  sent.log = JSON.stringify(app.log)
  sent.metrics = (await citizen.get('/metrics')).text
  sent.journal = JSON.stringify(await app.db.journal.read('samarinda', '2026-06-09'))
  hall.close()
  phone.close()
})
afterAll(() => app.close())

const without = (text: string, values: readonly string[]) => values.filter(v => text.includes(v))

describe('nothing about people', () => {
  it.each(['hall', 'ticket', 'board'] as const)('is in what the %s gets [V6]', place => {
    expect(sent[place].length).toBeGreaterThan(place === 'ticket' ? 200 : 1_000)
    expect(without(sent[place], [...secret.ids, ...secret.tokens, ...secret.words])).toEqual([])
    expect(sent[place]).not.toMatch(/"officerId"|"by"|"verb"|"promised"|"reason"/)
  })

  it('is in the log or the metrics, nor any token, path or password [R1]', () => {
    expect(app.log.length).toBeGreaterThan(10)
    for (const text of [sent.log, sent.metrics]) {
      expect(without(text, [...secret.ids, ...secret.tokens, ...secret.words, 'salah-ketik', 'petugas1'])).toEqual([])
    }
    expect(app.log.every(l => /^(GET|POST|PATCH) \/[\w/:{}-]*$|^(other|file)$/.test(l.route))).toBe(true)
  })

  it('is in the journal: no names, no answers, no links [R1]', () => {
    expect(without(sent.journal, ['Petugas 1', 'Kursi-rahasia', ...secret.tokens])).toEqual([])
  })

  it('is in another holder’s answer', async () => {
    const { text } = await app.visitor().get(`/api/tickets/${secret.tokens[1]}`)
    const others = [...secret.ids, ...secret.tokens.filter((_, i) => i !== 1)]
    // The link for the family carries the ticket's own id, which the holder's link carries too.
    const own = secret.tokens[1]!.split('.')[0]!
    expect(
      without(
        text,
        others.filter(id => id !== own),
      ),
    ).toEqual([])
    expect(text).not.toMatch(/"p1"|officer/)
  })
})
