import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { changeOffice, CLOSES, drawPath, FRIDAY, LOTS, OPENS, SERVICE, type Published } from '../helpers/drawn.ts'
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

describe('somebody whom the draw left waiting', () => {
  it('leaves the waitlist in words of the waitlist', async () => {
    const pages = (await held()).map(p => p.path)
    const waiting = (await Promise.all(pages.map(shown))).findIndex(text => text.includes('Anda di daftar tunggu'))
    const asked = await shown(`${pages[waiting]}?batal=1`)
    expect(asked).toContain('Keluar dari daftar tunggu?')
    expect(asked).toContain('Tetap menunggu')
    expect(asked).not.toMatch(/antre lagi|Batalkan nomor|undian\?/)
  })
})

describe('a day whose places are drawn', () => {
  it('says before its window that it is a draw, and when entries open [U9]', async () => {
    app.clock.now = OPENS - 1
    const text = await shown(`${PAGES}/jadwal?date=${FRIDAY}`)
    expect(text).toContain('Tempat hari itu diundi, bukan siapa cepat.')
    expect(text).toContain('Pendaftaran undian dibuka hari ini, Selasa 9 Juni pukul 19.00.')
    expect(text).toContain('Bagaimana undian bekerja?')
  })

  it('says how many places there are and at which times, as the draw would give them now [U5]', async () => {
    app.clock.now = OPENS
    await app.draws.holdDue()
    const html = await page(`${PAGES}/jadwal?date=${FRIDAY}`)
    const said = wordsIn(html)
    const now = [...html.matchAll(/<option value="([\dT:-]+)"( selected)?>\s*\S+ · ([^<]+?)\s*</g)].slice(0, 40)
    const first = new Map(now.map(([, id, , text]) => [id!, Number(/\d+/.exec(text!)?.[0] ?? 0)]))
    const sum = [...first.values()].reduce((a, b) => a + b, 0)
    expect(sum).toBeGreaterThan(0)
    expect(said).toContain(`Tempat yang diundi saat ini: ${sum}.`)
    expect(said).toContain('belum ada tempat')
    // What stands chosen is a time with a place, not the first of the day.
    const [, chosen] = now.find(([, , selected]) => selected)!
    expect(first.get(chosen!)).toBeGreaterThan(0)
    app.clock.now = CLOSES
    await app.draws.holdDue()
    const { drawn } = (await app.visitor().get(drawPath())).body as { drawn: Published }
    expect(drawn.places.map(p => [p.id, p.places])).toEqual([...first])
  })

  it('is refused to a plain booking with the reason, on the page of that very day [U9]', async () => {
    app.clock.now = OPENS
    const key = 'a-form-left-open'
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.visitor().post(`${PAGES}/data`, `slot=${FRIDAY}T09:00&key=${key}`, form)
    expect(answer.status).toBe(409)
    const text = wordsIn(answer.text)
    expect(text).toContain('Tempat pada hari itu diundi. Ikutlah undiannya')
    expect(text).toContain('Jam diundi: Jumat, 12 Juni')
  })

  it.each([
    ['that is drawn', FRIDAY, 'Tempat pada hari itu diundi.'],
    ['that is closed', '2026-06-14', 'Kantor tutup pada hari itu.'],
    ['that is over', '2026-06-01', 'sudah lewat'],
    ['beyond the horizon', '2027-12-01', 'belum dibuka'],
  ])('has no form for its waitlist, nor has a day %s: it says why at once [W10]', async (_, date, why) => {
    app.clock.now = OPENS
    const answer = await app.visitor().get(`${PAGES}/data?waitlist=${date}`)
    expect(answer.status).toBe(409)
    expect(wordsIn(answer.text)).toContain(why)
    expect(answer.text).not.toContain('id="book"')
  })

  it('that is closed as well is refused as closed: no draw will help [U9]', async () => {
    app.clock.now = OPENS
    const asked = { date: '2026-06-14', contact: { phone: '0800-0003-0009' } }
    const answer = await app.visitor().post(`/api/offices/samarinda/services/${SERVICE}/waitlist`, asked)
    expect(answer.body.error.code).toBe('DATE_CLOSED')
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
