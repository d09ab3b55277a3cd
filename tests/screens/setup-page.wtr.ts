import { aTimeout, elementUpdated, expect, fixture, html } from '@open-wc/testing'
import '../../setup/setup-app.ts'
import type { SetupAccount } from '../../setup/setup-account.ts'
import type { SetupApp } from '../../setup/setup-app.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const NOW = Date.UTC(2026, 5, 9)
const OPENED = { now: NOW, until: NOW + 52 * 60_000, secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', address: '' }
const LOOK = { 'POST /api/setup/look': [200, OPENED] } as const
const GIVEN = { name: 'Ani Contoh', email: 'ani@kantor.example', password: 'perahu biru di tepian', code: '123 456' }

async function opened(answers: Parameters<typeof answerWith>[0] = {}): Promise<SetupApp> {
  answerWith({ ...LOOK, ...answers })
  const app = await fixture<SetupApp>(html`<setup-app></setup-app>`)
  await aTimeout(30)
  await elementUpdated(app)
  return app
}

const account = (app: SetupApp) => app.shadowRoot!.querySelector<SetupAccount>('setup-account')!
const words = (root: SetupApp | SetupAccount) => root.shadowRoot!.textContent!.replace(/\s+/g, ' ')

async function sends(app: SetupApp, given: Partial<typeof GIVEN>): Promise<void> {
  const page = account(app)
  for (const [id, value] of Object.entries({ ...GIVEN, ...given })) {
    const input = page.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!
    input.value = value
    input.dispatchEvent(new Event('input'))
  }
  page.shadowRoot!.querySelector('form')!.requestSubmit()
  await aTimeout(30)
  await elementUpdated(app)
  if (account(app)) await elementUpdated(account(app))
}

describe('the page of a set-up link', () => {
  afterEach(restoreFetch)

  it('reads well in every theme, with the minutes that are left, and begins in the name', async () => {
    const app = await opened()
    expect(words(account(app))).to.contain('Berlaku 52 menit lagi')
    expect(account(app).shadowRoot!.activeElement!.id).to.equal('name')
    await accessibleInThemes(app)
  })

  it('says at its field what is missing, and asks nobody', async () => {
    const app = await opened()
    await sends(app, { email: 'ani', password: 'pendek', code: '12' })
    expect(sent.map(s => s.route)).to.deep.equal(['POST /api/setup/look'])
    const page = account(app)
    const wrong = [...page.shadowRoot!.querySelectorAll('.wrong')].map(w => w.id)
    expect(wrong).to.deep.equal(['email-says', 'password-says', 'code-says'])
    expect(page.shadowRoot!.activeElement!.id).to.equal('email')
  })

  it('sends the account once, and shows the recovery codes to be kept', async () => {
    const app = await opened({ 'POST /api/setup/administrator': [200, { recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'] }] })
    await sends(app, {})
    expect(sent.at(-1)!.body).to.deep.include({ ...GIVEN, code: '123456' })
    expect(words(app.shadowRoot!.querySelector('setup-codes') as unknown as SetupApp)).to.contain('cccc-dddd')
    await accessibleInThemes(app)
  })

  it('says that a code does not fit, and keeps what was typed', async () => {
    const refusal = [403, { error: { code: 'WRONG_CODE' } }] as const
    const app = await opened({ 'POST /api/setup/administrator': refusal })
    await sends(app, {})
    expect(words(account(app))).to.contain('tidak cocok')
    expect(account(app).shadowRoot!.querySelector<HTMLInputElement>('#name')!.value).to.equal(GIVEN.name)
  })

  it('leads on where the link is over, in every theme', async () => {
    answerWith({ 'POST /api/setup/look': [410, { error: { code: 'SETUP_LINK' } }] })
    const app = await fixture<SetupApp>(html`<setup-app></setup-app>`)
    await aTimeout(30)
    await elementUpdated(app)
    expect(words(app)).to.contain('npm run setup-link')
    await accessibleInThemes(app)
  })
})
