import { getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, it } from 'vitest'
import { createPosters } from '../../server/services/publication/posters.ts'
import { createPaperThread } from '../../server/services/report/paper-thread.ts'
import type { Database } from '../../server/store/open/database.ts'
import { posterOf } from '../../shared/survey/publication/open/poster.ts'
import { aroundPoster, published } from '../helpers/published.ts'

const papers = createPaperThread()
afterAll(() => papers.stop())

// Without a logo nothing is read.
const none = undefined as unknown as Database
const about = { author: 'Kantor Contoh', at: Date.UTC(2026, 6, 13, 1), logo: '' }
const sheet = (of: Partial<typeof aroundPoster> = {}) => posterOf(published, { ...aroundPoster, ...of })!

async function read(pdf: Uint8Array) {
  const doc = await getDocumentProxy(new Uint8Array(pdf))
  const page = await doc.getPage(1)
  const { items } = await page.getTextContent()
  const { width, height } = page.getViewport({ scale: 1 })
  const tree = JSON.stringify(await page.getStructTree())
  return {
    text: items
      .map(item => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' '),
    ...{ pages: doc.numPages, size: [Math.round(width), Math.round(height)], tree, meta: await doc.getMetadata() },
  }
}

describe('the sheet of an IKM as PDF', () => {
  it.each([
    ['a4', [595, 842]],
    ['a3', [842, 1191]],
  ] as const)(
    'is one tagged page of %s in Indonesian, with the figures as text and fonts of the program alone [S78]',
    async (paper, size) => {
      const posters = createPosters({ db: none, papers })
      const pdf = await posters.pdf(sheet(), { ...about, paper })
      const { text, pages, size: own, tree, meta } = await read(pdf)
      expect([pages, own]).toEqual([1, size])
      for (const told of [
        '84,67',
        // As many digits as the page and the data have (S71).
        '3,100',
        'Mutu B: Baik',
        '391 orang',
        'L = 176, P = 211',
        'SMA = 187',
        '1 April 2026 s.d. 30 Juni 2026',
      ])
        expect(text).toContain(told)
      for (const told of [
        'TRIWULAN II (APRIL–JUNI) TAHUN 2026',
        'TERIMA KASIH ATAS PENILAIAN',
        'Versi 1, diterbitkan 13 Juli 2026',
      ])
        expect(text).toContain(told)
      for (const role of ['"H1"', '"H2"', '"Figure"']) expect(tree).toContain(role)
      expect(meta.info).toMatchObject({ Title: sheet().title, Language: 'id-ID' })
      const fonts = [...pdf.toString('latin1').matchAll(/\/BaseFont\s*\/([\w+-]+)/g)].map(([, name]) => name!)
      expect(fonts.filter(name => !name.includes('PlusJakartaSans'))).toEqual([])
      expect((await createPosters({ db: none, papers }).pdf(sheet(), { ...about, paper })).equals(pdf)).toBe(true)
    },
  )

  it('stays one page whatever people wrote, and takes it as words [S78]', async () => {
    const told = 'Kursi #let x = 1 *tebal* ditambah, lalu antrean dibagi menurut layanan dan jam. '.repeat(3)
    const long = { unit: 'Unit Pelayanan Terpadu Satu Pintu '.repeat(5).trim(), government: 'PEMERINTAH '.repeat(10) }
    const plans = Array.from({ length: 5 }, () => ({ unsur: 'waktu', told, state: 'done' }) as const)
    const { pages, text } = await read(
      await createPosters({ db: none, papers }).pdf(
        sheet({ ...long, plans, address: `https://x.example/${'a'.repeat(150)}` }),
        {
          ...about,
          paper: 'a4',
        },
      ),
    )
    expect(pages).toBe(1)
    expect(text).toContain('#let x = 1 *tebal*')
    expect(text).toContain('TERIMA KASIH')
  })

  it('is made once, and lets reports of the office come between while many ask for others [S78]', async () => {
    let made = 0
    const slow = {
      ...papers,
      make: async () => (made++, await new Promise(done => setTimeout(done, 20)), Buffer.from('x')),
    }
    const posters = createPosters({ db: none, papers: slow })
    const ask = (version: number) => posters.pdf(sheet({ version }), { ...about, paper: 'a4' })
    await Promise.all([ask(1), ask(1), ask(1), ask(2)])
    expect(made).toBe(2)
    const many = await Promise.allSettled([3, 4, 5, 6].map(ask))
    expect(many.map(one => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
  })
})
