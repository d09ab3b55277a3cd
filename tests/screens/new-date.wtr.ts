import { expect, waitUntil } from '@open-wc/testing'
import '../../console/documents/application-page.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import { listOf, view } from '../helpers/application-views.ts'
import { at, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import { buttonOf, openApplications, rowOf, server, tableOf } from '../helpers/application-page.ts'

const LIST = 'GET /api/offices/samarinda/applications'

describe('the new date of a late document', () => {
  beforeEach(() => setLang('id'))
  const GIVE = (id: string) => `POST /api/offices/samarinda/applications/${id}/new-date`
  const late = (but: Partial<ApplicationView> = {}) => view({ promisedOn: '2026-06-08', late: 1, ...but })
  const dialog = (page: Element) => page.shadowRoot!.querySelector('new-date-dialog')!
  const given = () =>
    server.asked.filter(r => r.path.endsWith('/new-date')).map(r => [r.path.split('/').at(-2), r.body])

  /** Chooses a date and a cause, and presses the button. */
  async function fill(page: Element, date: string) {
    await waitUntil(() => dialog(page)?.shadowRoot?.querySelector('input'))
    const root = dialog(page).shadowRoot!
    const field = root.querySelector<HTMLInputElement>('input[type="date"]')!
    field.value = date
    field.dispatchEvent(new Event('input'))
    const primary = () => root.querySelector('ui-dialog')!.shadowRoot!.querySelector<HTMLElement>('.primary')!
    expect(root.querySelector('ui-dialog')!.primaryDisabled).to.equal(true)
    root.querySelector('ui-choice')!.dispatchEvent(new Event('change'))
    await dialog(page).updateComplete
    await accessibleInThemes(dialog(page))
    primary().click()
  }

  it('is asked for with its cause, and stands beside the promise [P15]', async () => {
    const after = late({ delay: { date: '2026-06-15', cause: 'noMaterial', note: null, at: at('10:00') } })
    let list = listOf(late())
    const give = () => {
      list = listOf(after)
      return { application: after }
    }
    const page = await openApplications({ [LIST]: () => list, [GIVE('a1')]: give })
    buttonOf(page, 'Tanggal baru: A-012')!.click()
    await fill(page, '2026-06-15')
    await waitUntil(() => rowOf(page).includes('tanggal baru Senin, 15 Juni'))
    expect(given()).to.deep.equal([['a1', { date: '2026-06-15', cause: 'noMaterial' }]])
  })

  it('is given to all that are chosen and late, each for itself [P15]', async () => {
    const two = [late(), late({ id: 'a2', number: 'A-013' }), view({ id: 'a3', number: 'A-014' })]
    const page = await openApplications({
      [LIST]: listOf(...two),
      [GIVE('a1')]: { application: two[0] },
      [GIVE('a2')]: new AppError('DATE_CLOSED'),
    })
    for (const box of tableOf(page).shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
      box.click()
    await waitUntil(() => wordsOf(page).includes('Tanggal baru (2)'))
    const many = [...page.shadowRoot!.querySelectorAll<HTMLElement>('.bulk ui-button')].find(b =>
      b.textContent!.includes('Tanggal baru'),
    )!
    many.click()
    await fill(page, '2026-06-15')
    await waitUntil(() => wordsOf(page).includes('1 mendapat tanggal baru.'))
    expect(wordsOf(page)).to.contain('A-013').and.contain('Kantor tutup pada hari itu.')
    expect(given().map(([id]) => id)).to.deep.equal(['a1', 'a2'])
  })

  it('is offered for none that is in time [P15]', async () => {
    const page = await openApplications({ [LIST]: listOf(view()) })
    expect(buttonOf(page, 'Tanggal baru: A-012')).to.equal(null)
  })
})
