import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/roles/admin-roles.ts'
import type { AdminRoles } from '../../console/admin/roles/admin-roles.ts'
import { ROLE_PERMISSIONS, ROLES } from '../../shared/office/permissions.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const PATH = '/api/offices/samarinda/roles'
const built = ROLES.map(id => ({ id, permissions: ROLE_PERMISSIONS[id], people: 2 }))
const keeper = { id: 'penjaga', name: ['Penjaga', 'Keeper'], permissions: ['device.approve'], people: 3 }
const { people: _, ...plain } = keeper

let server: ReturnType<typeof answering>

describe('the roles of an office', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function open(answers: Readonly<Record<string, unknown>> = {}) {
    server = answering({ [`GET ${PATH}`]: { built, own: [keeper] }, ...answers })
    const page = await fixture<AdminRoles>(
      html`<admin-roles .office=${office} .staff=${staffOf('administrator')}></admin-roles>`,
    )
    await waitUntil(() => page.shadowRoot!.querySelector('section') !== null)
    return page
  }
  const press = async (page: AdminRoles, name: string) => {
    const all = [...page.shadowRoot!.querySelectorAll<HTMLElement>('ui-button')]
    all.find(b => b.textContent!.trim() === name)!.click()
    await page.updateComplete
  }
  const box = (page: AdminRoles, right: string) =>
    [...page.shadowRoot!.querySelectorAll('label.right')]
      .find(l => l.textContent!.includes(right))!
      .querySelector('input')!

  it('read well in every theme, also while one is made', async () => {
    const page = await open()
    await accessibleInThemes(page)
    await press(page, 'Buat peran')
    await accessibleInThemes(page)
  })

  it('say in words what each may do, and how many people have it', async () => {
    const words = wordsOf(await open())
    expect(words).to.contain('Penjaga').and.contain('3 orang memakai peran ini')
    expect(words).to.contain('Menyetujui dan mencabut perangkat').and.contain('Manajer')
  })

  it('lock the rights that whoever sits here does not hold', async () => {
    const page = await open()
    await press(page, 'Buat peran')
    await waitUntil(() => page.shadowRoot!.activeElement?.matches('.names input'))
    expect(box(page, 'Membaca hasil survei').disabled).to.equal(true)
    expect(box(page, 'Menyetujui dan mencabut perangkat').disabled).to.equal(false)
  })

  it('tell who signs in again before a change is saved, and send all roles with those that were seen', async () => {
    const page = await open({ [`POST ${PATH}`]: { built, own: [keeper] } })
    await press(page, 'Ubah')
    expect(wordsOf(page)).to.contain('mereka masuk lagi dengan hak yang baru')
    box(page, 'Membatalkan reservasi mencurigakan').click()
    await page.updateComplete
    await press(page, 'Simpan peran')
    await waitUntil(() => wordsOf(page).includes('Peran Penjaga tersimpan.'))
    expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({
      roles: [{ ...plain, permissions: ['booking.void', 'device.approve'] }],
      seen: [plain],
    })
  })

  it('keep what was chosen where it could not be saved, and say why', async () => {
    const page = await open({ [`POST ${PATH}`]: new AppError('RIGHT_NOT_HELD') })
    await press(page, 'Ubah')
    await press(page, 'Simpan peran')
    await waitUntil(() => wordsOf(page).includes('Hak yang tidak Anda miliki'))
    expect(page.shadowRoot!.querySelector('form')).not.to.equal(null)
  })
})
