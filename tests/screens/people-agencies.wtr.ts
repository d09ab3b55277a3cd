import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/admin/people/people-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import type { UiDialog } from '../../shared/web/ui/ui-dialog.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { full } from '../helpers/full-office.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const PATH = '/api/offices/samarinda/people'
const hall = { ...office, agencies: full.agencies }
const [first] = full.agencies
const person = (id: string, agency: string | null) => ({
  ...{ id, username: id, name: `Contoh ${id}`, email: null, employeeNumber: null, roles: ['officer'], agency },
  ...{
    state: 'active',
    linkUntil: null,
    lastSignInAt: null,
    secondFactor: false,
    owesSecond: false,
    own: false,
    atWork: null,
    planned: [],
  },
})
const LINK = { kind: 'invite', url: '/console/#/tautan/x', until: 1_780_000_000_000 }
let server: ReturnType<typeof answering>

async function opened(agency: string | null): Promise<Element> {
  server = answering({
    [`GET ${PATH}`]: { people: [person('ani', null), person('budi', first!.id)] },
    [`POST ${PATH}`]: { person: person('eko', first!.id), link: LINK },
    [`POST ${PATH}/ani/agency`]: { person: person('ani', first!.id) },
  })
  const page = document.createElement('people-page')
  Object.assign(page, { office: hall, staff: { ...staffOf('administrator'), agency }, live: still() })
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('.people li'), 'no list')
  return page
}
const inPage = <T extends HTMLElement>(page: Element, selector: string) => page.shadowRoot!.querySelector<T>(selector)!
const sent = (path: string) => server.asked.filter(a => a.method === 'POST' && a.path === path).map(a => a.body)

describe('the people of a hall of several agencies', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('people-page')) page.remove()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
  })

  it('are invited into one and moved by whoever manages the hall, who reads of which each is [A80]', async () => {
    const page = await opened(null)
    expect(wordsOf(page)).to.include(first!.name[0])
    inPage(page, 'header ui-button').click()
    await waitUntil(() => inPage(page, 'form.invite'), 'no form')
    const form = inPage<HTMLFormElement>(page, 'form.invite')
    await accessibleInThemes(page)
    form.querySelector<HTMLInputElement>('[name=name]')!.value = 'Contoh eko'
    form.querySelector<HTMLInputElement>('[name=username]')!.value = 'eko'
    form.querySelector<HTMLSelectElement>('[name=agency]')!.value = first!.id
    form.requestSubmit()
    await waitUntil(() => sent(PATH).length === 1, 'not invited')
    expect(sent(PATH)[0]).to.include({ username: 'eko', agency: first!.id })
    await waitUntil(() => !inPage(page, 'ui-button[busy]'), 'busy')
    inPage<HTMLButtonElement>(page, '.people li button').click()
    // The link of the one who was invited is shown only now.
    await waitUntil(() => inPage<UiDialog>(page, 'ui-dialog').open, 'not asked')
    inPage(page, 'ui-dialog').dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => inPage(page, '#who')?.textContent === 'Contoh ani', 'no choice')
    await accessibleInThemes(page)
    await setViewport({ width: 390, height: 844 })
    expect(document.documentElement.scrollWidth).to.be.at.most(390)
    const choice = inPage<HTMLSelectElement>(page, 'select[name=agency]')
    expect(choice.value).to.equal('')
    choice.value = first!.id
    choice.form!.requestSubmit()
    await waitUntil(() => sent(`${PATH}/ani/agency`).length === 1, 'not moved')
    expect(sent(`${PATH}/ani/agency`)).to.deep.equal([{ agency: first!.id }])
  })

  it('are of one agency for whoever belongs to it: there is nothing to choose [A80]', async () => {
    const page = await opened(first!.id)
    inPage(page, 'header ui-button').click()
    await waitUntil(() => inPage(page, 'form.invite'), 'no form')
    expect(inPage(page, 'select[name=agency]')).to.equal(null)
    const form = inPage<HTMLFormElement>(page, 'form.invite')
    form.querySelector<HTMLInputElement>('[name=name]')!.value = 'Contoh eko'
    form.querySelector<HTMLInputElement>('[name=username]')!.value = 'eko'
    form.requestSubmit()
    await waitUntil(() => sent(PATH).length === 1, 'not invited')
    expect(sent(PATH)[0]).not.to.have.property('agency')
  })
})
