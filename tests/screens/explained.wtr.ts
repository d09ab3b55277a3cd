import { expect, fixture, html } from '@open-wc/testing'
import '../../console/explained/explained-page.ts'
import { explainedOnce, noteExplained, readsFirst, wasExplained } from '../../console/explained/explained-once.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { setLang } from '../../shared/web/lang.ts'
import { office, staffOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

describe('the explanation of record and score', () => {
  beforeEach(() => {
    setLang('id')
    localStorage.clear()
  })

  const open = (role: Role, path = '') =>
    fixture<HTMLElement>(
      html`<explained-page .office=${office} .staff=${staffOf(role)} .path=${path}></explained-page>`,
    )
  const heads = (page: HTMLElement) => [...page.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent)

  it('reads well in every theme, for officers and for whoever assesses them', async () => {
    await accessibleInThemes(await open('officer'))
    await accessibleInThemes(await open('manager'))
  })

  it('says what is measured, what not, who sees it and when, how to object, and how it is computed [O79]', async () => {
    const page = await open('officer')
    const common = [
      'Yang diukur',
      'Yang tidak diukur',
      'Siapa melihat, dan kapan',
      'Keberatan',
      'Bagaimana nilai dihitung',
    ]
    expect(heads(page)).to.deep.equal(common)
    expect(page.shadowRoot!.querySelectorAll('ol li')).to.have.length(5)
    expect(page.shadowRoot!.textContent).to.contain('Pejabat penilai melihatnya 3 hari kemudian')
    expect(page.shadowRoot!.textContent).to.contain('Di bawah 60 penilaian')
    expect(heads(await open('manager'))).to.deep.equal(['Sebelum membicarakan angka', ...common])
    expect(heads(await open('officer', 'penilai'))[0]).to.equal('Sebelum membicarakan angka')
  })

  it('names the deadline of a daily report, and speaks to an assessor of the officer, not of the reader [O380]', async () => {
    const words = async (role: Role) => (await open(role)).shadowRoot!.textContent
    expect(await words('officer'))
      .to.contain('paling lambat pukul 18.00')
      .and.contain('warga yang Anda layani')
    expect(await words('manager'))
      .to.contain('warga yang dilayani petugas itu')
      .and.not.match(/Anda layani|karena Anda|Anda baru/)
  })

  it('comes first at the first sign-in of a browser that asked for no page, and once [O262]', () => {
    const staff = staffOf('officer')
    expect(readsFirst(staff, '')).to.equal(true)
    expect(readsFirst(staff, '#/loket')).to.equal(false)
    expect(readsFirst(staffOf('administrator'), '')).to.equal(false)
    noteExplained(staff.id)
    expect(readsFirst(staff, '')).to.equal(false)
  })

  it('is offered once, where no visitor waits before the reader, until it was read or put aside [O79]', async () => {
    const staff = staffOf('officer')
    const offered = async (page: string) =>
      (await fixture<HTMLElement>(html`<div>${explainedOnce(staff, page, () => {})}</div>`)).querySelector('ui-button')
    expect(await offered('loket')).to.equal(null)
    const button = (await offered('catatan'))!
    expect(await offered('laporan')).not.to.equal(null)
    button.click()
    expect(wasExplained(staff.id)).to.equal(true)
    expect(await offered('catatan')).to.equal(null)
    localStorage.clear()
    await open('officer')
    expect(await offered('catatan')).to.equal(null)
  })
})
