import { describe, expect, it } from 'vitest'
import { inPage } from '../../server/http/pages/in-page.ts'

const assets = { script: '/assets/in.js', styles: ['/assets/in.css'] }
const NOW = Date.UTC(2026, 5, 9, 16, 30)

describe('the page behind the code of the hall', () => {
  it('shows the code and explains the way without scripts', () => {
    const page = inPage('4827', 'id', assets, NOW)
    expect(page).toContain('Buka tiket Anda')
    expect(page).toContain('Ketik kode 4827')
    expect(page).toContain('href="?code=4827&amp;lang=en"')
  })

  it('asks the phone for tickets of every date that it can be in an office now', () => {
    expect(inPage('4827', 'id', assets, NOW)).toContain('data-dates="2026-06-09 2026-06-10"')
  })

  it('takes nothing that is no code into the page', () => {
    for (const code of ['', '<b>', '"4827', 'x'.repeat(13)]) {
      const page = inPage(code, 'en', assets, NOW)
      expect(page).toContain('data-code=""')
      expect(page).toContain('See the code on the hall screen')
    }
  })
})
