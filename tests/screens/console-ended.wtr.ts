import { aTimeout, elementUpdated, expect, fixture, html } from '@open-wc/testing'
import '../../console/console-app.ts'
import type { ConsoleApp } from '../../console/console-app.ts'
import { SIGNED_OUT } from '../../console/parts/ask.ts'
import type { EndedWhy } from '../../shared/contracts/live.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { answerWith, restoreFetch } from '../helpers/console-answers.ts'

const staff = (id: string) => ({ id, username: id, name: id, officeId: 'samarinda', roles: [], permissions: [] })
const part = (app: ConsoleApp, tag: string) => app.shadowRoot!.querySelector<HTMLElement>(tag)

async function signedIn(): Promise<ConsoleApp> {
  answerWith({
    'GET /api/offices': [200, { offices: [demoOffice], demo: true, now: Date.now() }],
    'GET /api/me': [200, { staff: staff('p1') }],
    'POST /api/login': [200, { staff: staff('p1') }],
  })
  const app = await fixture<ConsoleApp>(html`<console-app></console-app>`)
  await aTimeout(50)
  await elementUpdated(app)
  return app
}

async function ended(app: ConsoleApp, why?: EndedWhy): Promise<void> {
  window.dispatchEvent(new CustomEvent(SIGNED_OUT, { detail: why }))
  await elementUpdated(app)
}

describe('a console whose session has ended', () => {
  afterEach(restoreFetch)

  it('asks for the password, says why, and shows nothing of the page', async () => {
    const app = await signedIn()
    await ended(app)
    await ended(app, 'idle')
    expect(part(app, 'console-frame')!.getClientRects()).to.have.length(0)
    expect(part(app, 'console-sign-in')!.shadowRoot!.textContent).to.contain('Empat jam tanpa kegiatan')
  })

  it('goes on with the very page and all that was typed once the same person has signed in', async () => {
    const app = await signedIn()
    const frame = part(app, 'console-frame')!
    await ended(app, 'expired')
    part(app, 'console-sign-in')!.dispatchEvent(new CustomEvent('signedin', { detail: staff('p1') }))
    await elementUpdated(app)
    expect(part(app, 'console-frame')).to.equal(frame)
    expect(frame.getClientRects().length).to.be.greaterThan(0)
    expect(part(app, 'console-sign-in')).to.equal(null)
  })

  it('shows another person a console of their own', async () => {
    const app = await signedIn()
    const frame = part(app, 'console-frame')!
    await ended(app, 'idle')
    part(app, 'console-sign-in')!.dispatchEvent(new CustomEvent('signedin', { detail: staff('p2') }))
    await elementUpdated(app)
    expect(part(app, 'console-frame')).not.to.equal(frame)
    expect(frame.isConnected).to.equal(false)
  })
})
