import { expect, fixture, html } from '@open-wc/testing'
import '../../kiosk/hall/kiosk-find.ts'
import '../../kiosk/kiosk-home.ts'
import '../../kiosk/low/kiosk-low.ts'
import '../../kiosk/kiosk-requirements.ts'
import { REST, step, type Act, type Flow } from '../../kiosk/parts/flow.ts'
import { lowView } from '../../kiosk/low/low-view.ts'
import { askedFor, eventWish, wantedOf } from '../../kiosk/parts/wanted.ts'
import { setLang } from '../../shared/web/lang.ts'
import { DATE, cards, lowContextOf, office } from '../helpers/kiosk-office.ts'
import { atSize, clean, controls, hardToTouch, onAKiosk, readsWellInSizes, settled } from './kiosk-in-sizes.ts'
import { heard } from './ui-in-themes.ts'

const wishOf = (i: number) => eventWish(office, office.lifeEvents[i]!, DATE)!
const pageOf = (flow: Flow) => (flow.page.name === 'requirements' ? flow.page : undefined)!
const cardOf = (id: string) => cards.find(c => c.service.id === id)!
const event = (i: number) => {
  const page = pageOf(step(REST, wishOf(i)))
  return html`<kiosk-requirements .office=${office} .card=${cardOf(page.serviceId)} .page=${page}></kiosk-requirements>`
}
const [birth] = office.lifeEvents
const choose: Act = eventWish(office, birth!, DATE)!
const flow = (...acts: readonly Act[]): Flow => acts.reduce(step, REST)
const asked = ({ page }: Flow) => (page.name === 'requirements' ? askedFor(page) : undefined)
const home = () => html`<kiosk-home .office=${office} .cards=${cards} booking note="Kiosk 2"></kiosk-home>`

describe('a life event at the kiosk', () => {
  onAKiosk()
  afterEach(() => setLang('id'))

  readsWellInSizes('home with events', home)
  readsWellInSizes('a birth', () => event(0))
  readsWellInSizes('a move', () => event(1))
  for (const size of ['portrait', 'landscape'] as const)
    it(`accessible a birth reads well and can be touched: ${size}`, async () => {
      await atSize(size, 'contrast')
      const { low, ...rest } = flow({ do: 'low', on: true }, choose)
      const view = lowView({ ...rest, low }, lowContextOf({}))
      const page = html`<kiosk-low .office=${office} .view=${view} .low=${low!} inner speaks></kiosk-low>`
      const whole = await fixture(html`<main class="screen">${page}</main>`)
      await settled()
      await clean(whole)
      expect(hardToTouch(whole)).to.deep.equal([])
    })

  it('is chosen by one touch on the first page', async () => {
    await atSize('portrait')
    const screen = await fixture<HTMLElement>(home())
    await settled()
    const chip = controls(screen.shadowRoot!.querySelector('kiosk-events')!.shadowRoot!)[0]
    const wishes = heard(screen, 'wish')
    chip!.click()
    expect(wishes).to.deep.equal([wishOf(0)])
  })

  it('is one touch, one list of papers and one number for all its services [D53 D54]', () => {
    const at = flow(choose)
    expect(asked(at)).to.deep.equal({
      ...{ serviceId: 'akta-kelahiran', priority: false, case: 'baru', lifeEvent: 'anak-lahir' },
    })
    if (at.page.name !== 'requirements') throw new Error(at.page.name)
    const first = office.services.find(s => s.id === 'akta-kelahiran')!
    const wanted = wantedOf(office, at.page, first, DATE)
    expect(wanted.parts.map(p => p.service.id)).to.deep.equal([
      'akta-kelahiran',
      'kartu-keluarga',
      'kartu-identitas-anak',
    ])
    expect(wanted.papers.map(p => p.paper.id)).to.deep.equal(['lahir', 'nikah', 'kk', 'ktp-ortu', 'saksi'])
    expect(wanted.heading).to.equal('Anak lahir')
    // The same service by itself is another wish: its answer never stands for that of the event.
    expect(asked(flow(choose, { do: 'back' }, { do: 'choose', serviceId: 'akta-kelahiran' }))).not.to.have.property(
      'lifeEvent',
    )
  })

  it('is repeated as the same act, and another wish is another act [D53]', () => {
    const lost = flow(choose, { do: 'take', key: 'k1' }, { do: 'unsaved', key: 'k1' }, { do: 'back' })
    const take: Act = { do: 'take', key: 'k2' }
    const key = ({ page }: Flow) => ('take' in page && page.take.state === 'busy' ? page.take.key : undefined)
    expect(key([choose, take].reduce(step, lost))).to.equal('k1')
    const alone: Act = { do: 'choose', serviceId: 'akta-kelahiran', case: 'baru' }
    expect(key([alone, take].reduce(step, lost))).to.equal('k2')
  })

  it('is offered in the accessible mode after the services, with its papers once and one key back [D53 D54]', () => {
    let at = flow({ do: 'low', on: true })
    const seen: string[] = []
    for (let sheet = 0; sheet < 9; sheet++) {
      const view = lowView(at, lowContextOf({}))
      seen.push(...view.options.filter(o => o.key !== '9').map(o => o.label))
      at = step(at, { do: 'turn', sheet: sheet + 1 })
    }
    expect(seen.indexOf('Anak lahir')).to.be.greaterThan(seen.indexOf('Konsultasi'))
    const view = lowView(flow({ do: 'low', on: true }, choose), lowContextOf({}))
    expect(view.heading).to.equal('Anak lahir')
    expect(view.caption).to.contain('Surat keterangan lahir; Buku nikah')
    expect(view.options[0]!.wish).to.deep.equal({ do: 'take', priority: false })
    expect(flow({ do: 'low', on: true }, choose, { do: 'back' }).page.name).to.equal('home')
  })
})
