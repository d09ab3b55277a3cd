import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/manager/manager-searches.ts'
import type { ManagerSearches } from '../../console/manager/manager-searches.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

async function open(words: readonly { week: string; word: string; n: number }[]) {
  answering({ 'GET /api/offices/samarinda/unfound': { words } })
  const page = await fixture<ManagerSearches>(html`<manager-searches .office=${office}></manager-searches>`)
  await waitUntil(() => page.shadowRoot!.querySelector('ui-table, ui-state[kind="empty"]'))
  return page
}

describe('what was looked for and not found', () => {
  beforeEach(() => setLang('id'))

  it('is a table by week and word, with what the word finds by now [Q7]', async () => {
    const page = await open([
      { week: '2026-06-08', word: 'visum', n: 9 },
      { week: '2026-06-01', word: 'ektp', n: 5 },
    ])
    await accessibleInThemes(page)
    const rows = [...page.shadowRoot!.querySelector('ui-table')!.shadowRoot!.querySelectorAll('tbody tr')]
    expect(rows.map(row => [...row.children].map(cell => cell.textContent!.trim()))).to.deep.equal([
      ['2026-06-08', 'visum', '9', 'belum ada'],
      ['2026-06-01', 'ektp', '5', 'KTP-el'],
    ])
  })

  it('says so where every word found something, and from when on a word stands there [Q8]', async () => {
    const page = await open([])
    expect(wordsOf(page)).to.contain('Semua yang sering dicari ketemu').and.contain('paling sedikit 5')
    await accessibleInThemes(page)
  })
})
