import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { changeOffice, CLOSES, drawPath, FRIDAY, LOTS, OPENS, SERVICE } from '../helpers/drawn.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const PAGES = `/b/samarinda/${SERVICE}`
const RECORD = `${PAGES}/undian/${FRIDAY}`

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const { booking } = app.offices.get('samarinda')
  await changeOffice(app, {
    booking: { ...booking, proof: 'never', priorityShare: 0 },
    services: [{ id: SERVICE, booking: { ...DEFAULT_SERVICE_BOOKING, release: LOTS, dailyQuota: 2, files: false } }],
  })
})
afterEach(() => app.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const page = async (path: string) => (await app.visitor().get(path)).text
const shown = async (path: string) => wordsIn(await page(path))
const enter = async (n: number, wishes: readonly string[], anySlot: boolean) =>
  (
    await app.visitor().post(`${drawPath()}/entries`, {
      wishes: wishes.map(at => `${FRIDAY}T${at}`),
      anySlot,
      contact: { phone: `0800-0003-${String(n).padStart(4, '0')}` },
    })
  ).body as { code: string; path: string }

async function held() {
  app.clock.now = OPENS
  const people = [
    await enter(1, ['08:30', '08:00'], false),
    await enter(2, ['08:30'], false),
    await enter(3, ['09:00', '10:00'], true),
  ]
  app.clock.now = CLOSES
  await app.draws.holdDue()
  return people
}

describe('an entry in a draw', () => {
  it('keeps its code and the way to its row once it has a place or waits [U3]', async () => {
    const people = await held()
    for (const { code, path } of people) {
      const html = await page(path)
      expect(wordsIn(html)).toContain(`Kode undian Anda: ${code}`)
      expect(html).toContain(`href="${RECORD}?kode=${code}&amp;lang=id"`)
    }
  })

  it('is left in words of a draw, and may be made again until its closing [U7]', async () => {
    app.clock.now = OPENS
    const { code, path } = await enter(1, ['08:30'], false)
    const asked = await shown(`${path}?batal=1`)
    expect(asked).toContain('Batal ikut undian?')
    expect(asked).toContain(`Kode ${code} tidak ikut diundi.`)
    expect(asked).toContain('sampai Kamis, 11 Juni pukul 19.00')
    expect(asked).toContain('Tetap ikut undian')
    expect(asked).not.toMatch(/antre lagi|Batalkan nomor/)
    await app.visitor().post(`/api/tickets/${path.slice(3)}/cancel`)
    const left = await shown(path)
    expect(left).toContain('Anda tidak ikut undian lagi')
    expect(left).not.toContain('Reservasi ini sudah dibatalkan')
    expect((await enter(1, ['08:30'], false)).code).toMatch(/^\w{8}$/)
  })
})

describe('the record of a draw', () => {
  it('is computed again by a stranger who has nothing but the page [U3]', async () => {
    const people = await held()
    const html = await page(RECORD)
    const text = wordsIn(html)
    expect(text).toContain('nomor jam')
    const numbers = new Map([...text.matchAll(/(\d+) = (\d\d\.\d\d): \d+/g)].map(([, n, time]) => [time!, n!]))
    const cells = [...html.matchAll(/<tr>([^]*?)<\/tr>/g)].slice(1).map(([, row]) => wordsIn(row!).trim())
    const lines = cells.map(row => {
      const [, code, wishes] = /^\d+ (\w{8}) ((?:\d\d\.\d\d(?:, )?|bebas)+) /.exec(row)!
      const times = [...wishes!.matchAll(/\d\d\.\d\d/g)].map(([time]) => numbers.get(time))
      return `${code};${times.join(',')};${wishes!.includes('bebas') ? 'any' : '-'}`
    })
    expect(lines).toHaveLength(people.length)
    const digest = sha256(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n'))
    expect(text).toContain(`Ringkasan ${digest}`)
    const seed = /Bilangan acak (\w{64})/.exec(text)![1]!
    const { code } = people[2]!
    const own = await shown(`${RECORD}?kode=${code.toLowerCase()}`)
    expect(own).toContain(`Contoh baris: ${code} ${lines.find(line => line.startsWith(code))}`)
    expect(own).toContain(`Contoh kunci: ${code} ${sha256(`${seed}:${digest}:${code}`)}`)
  })

  it('is promised for no day whose draw never opened: there will be none [U10]', async () => {
    app.clock.now = CLOSES + DAY
    const answer = await app.visitor().get(RECORD)
    expect(answer.status).toBe(404)
    expect(wordsIn(answer.text)).toContain('Tidak ada undian untuk hari itu.')
    expect((await app.visitor().get(drawPath())).body.error.code).toBe('DRAW_UNKNOWN')
  })
})
