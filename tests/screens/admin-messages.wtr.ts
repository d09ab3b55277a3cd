import { expect } from '@open-wc/testing'
import '../../console/admin/messages/admin-messages.ts'
import { setLang } from '../../shared/web/lang.ts'
import { wordsOf } from '../helpers/console-pages.ts'
import {
  closeStructure,
  effectsOf,
  footOf,
  openStructure,
  pressOn,
  saves,
  server,
  settled,
  typeInto,
} from '../helpers/structure-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const OWN = 'Nomor dipanggil: Kalimat kantor'
const SAID = ['{number} ke {counter}: {link}', '{number} to {counter}: {link}']

async function typed(id: string, en: string) {
  const page = await openStructure('admin-messages')
  page.shadowRoot!.querySelectorAll('details').forEach(d => (d.open = true))
  await typeInto(page, OWN, id)
  await typeInto(page, `${OWN}, bahasa Inggris`, en)
  return page
}

describe('the messages of an office', () => {
  beforeEach(() => setLang('id'))
  afterEach(closeStructure)

  it('read well in every theme, each with its usual sentence and an example [M16]', async () => {
    const page = await openStructure('admin-messages')
    expect(page.shadowRoot!.querySelectorAll('details').length).to.equal(15)
    expect(wordsOf(page)).to.contain('Nomor A-034 dipanggil di Loket 3.')
    page.shadowRoot!.querySelectorAll('details').forEach(d => (d.open = true))
    await accessibleInThemes(page)
  })

  it('show how an own sentence reads while it is typed, and are saved once their effects were seen', async () => {
    const page = await typed(SAID[0]!, SAID[1]!)
    expect(wordsOf(page)).to.contain('A-034 ke Loket 3:')
    const pane = await effectsOf(page)
    pane.dispatchEvent(new CustomEvent('confirm', { detail: { foreseen: 0 } }))
    await new Promise(resolve => setTimeout(resolve))
    await settled(page)
    expect(saves().at(-1)!.body).to.deep.include({ messages: { called: SAID } })
  })

  it('say what is missing where it is typed, before anything is asked', async () => {
    const page = await typed('{number}: {link}', '{number}: {link}')
    await pressOn(page, 'Lihat akibatnya')
    expect(wordsOf(page)).to.contain('Tanpa {counter} warga tidak tahu harus ke mana')
    expect(footOf(page)).not.to.equal('')
    expect(server.asked.filter(a => a.method !== 'GET')).to.deep.equal([])
  })
})
