import { aTimeout, expect, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../console/desk/console-desk.ts'
import type { ConsoleDesk } from '../../console/desk/console-desk.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import type { VisitResult } from '../../shared/queue/result.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import {
  COUNTER,
  Hall,
  call,
  heading,
  inside,
  large,
  open,
  part,
  press,
  rested,
  routes,
  services,
  start,
  take,
  typed,
} from '../helpers/desk-hall.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const FINISH = `POST ${COUNTER}/finish`
const CALL = `POST ${COUNTER}/call-next`
const own = demoOffice.services.find(s => s.id === services[0])!
const ends = (hall: Hall, result: VisitResult) => ({
  [FINISH]: hall.does({ verb: 'finish', counterId: '3', result }),
  [CALL]: hall.does({ ...call, result }),
})
const options = (desk: ConsoleDesk, sheet = 'desk-result') => [
  ...part(desk, sheet).shadowRoot!.querySelectorAll<HTMLElement>('.option'),
]
const checked = (desk: ConsoleDesk, sheet?: string) =>
  options(desk, sheet)
    .filter(o => o.getAttribute('aria-checked') === 'true')
    .map(o => o.querySelector('b, span:not(.letter)')?.textContent ?? o.textContent!.trim())

describe('how a visit ended', () => {
  afterEach(restoreFetch)

  it('is complete by Space alone, as ever [D24]', async () => {
    const hall = new Hall(open, take(1), take(2), call, start)
    answerWith({ [CALL]: hall.does(call) })
    const desk = await hall.show()
    await press(desk, ' ')
    expect(part(desk, 'desk-result')).to.equal(null)
    expect(sent.map(s => s.body)).to.deep.equal([{ ticketId: 't1' }])
  })

  it('is complete by Space alone also when nobody waits [D24]', async () => {
    const hall = new Hall(open, take(1), call, start)
    answerWith({ [FINISH]: hall.does({ verb: 'finish', counterId: '3' }) })
    const desk = await hall.show()
    await press(desk, ' ')
    expect([routes(), sent[0]!.body]).to.deep.equal([['finish'], { ticketId: 't1' }])
  })

  it('is said by a digit, its missing papers by letters, and saved with the call of the next by Space [D24 D25]', async () => {
    const paper = own.requirements[1]!.name[0]
    const hall = new Hall(open, take(1), take(2), call, start)
    answerWith(ends(hall, { kind: 'papersMissing', papers: [paper] }))
    const desk = await hall.show()
    await press(desk, '2')
    expect(checked(desk)).to.deep.equal(['Berkas kurang'])
    await press(desk, ' ')
    expect(sent, 'nothing is saved before a paper is chosen').to.have.length(0)
    await press(desk, 'w')
    expect(checked(desk)).to.deep.equal(['Berkas kurang', paper])
    await press(desk, ' ')
    expect(sent.map(s => s.body)).to.deep.equal([
      { ticketId: 't1', result: { kind: 'papersMissing', papers: [paper], service: 'ktp-el' } },
    ])
    expect(part(desk, 'desk-result')).to.equal(null)
    expect(heading(desk)).to.contain('002')
    await press(desk, ' ')
    expect(routes(), 'a second press of the same hand starts nobody').to.deep.equal(['call-next'])
    await rested(desk)
  })

  it('is refused for a reason, with a note, and saved without a call by S [D24 D26]', async () => {
    const hall = new Hall(open, take(1), take(2), call, start)
    answerWith(ends(hall, { kind: 'refused', reason: 'dataDiffers' }))
    const desk = await hall.show()
    await press(desk, 's')
    expect(checked(desk)).to.deep.equal(['Selesai'])
    await press(desk, '3')
    await press(desk, 'w')
    const field = inside(desk, 'desk-result', 'input') as HTMLInputElement
    field.value = '  Nama beda  '
    field.dispatchEvent(new Event('input'))
    typed(field, 's')
    expect(sent, 'a letter typed into the note is a letter').to.have.length(0)
    await press(desk, 's')
    expect([routes(), sent[0]!.body]).to.deep.equal([
      ['finish'],
      { ticketId: 't1', result: { kind: 'refused', reason: 'dataDiffers', note: 'Nama beda' } },
    ])
  })

  it('may be left undecided: Escape goes back, and Space is complete again', async () => {
    const hall = new Hall(open, take(1), take(2), call, start)
    answerWith({ [CALL]: hall.does(call) })
    const desk = await hall.show()
    await press(desk, '4')
    await press(desk, 'Escape')
    expect(part(desk, 'desk-result')).to.equal(null)
    await press(desk, ' ')
    expect(sent[0]!.body).to.deep.equal({ ticketId: 't1' })
  })

  it('lies over the first pane, and moves neither that nor the list', async () => {
    answerWith({})
    const desk = await new Hall(open, take(1), take(2), call, start).show()
    const places = () =>
      ['.cur', '.list'].map(pane => {
        const { left, width } = part(desk, pane).getBoundingClientRect()
        return [left, width]
      })
    const before = places()
    for (const key of ['2', 'Escape', 'a', 'Escape']) {
      await press(desk, key)
      expect(places(), key).to.deep.equal(before)
    }
  })

  it('lets digits choose a list while nobody is served', async () => {
    answerWith({})
    const desk = await new Hall(open, take(1), call).show()
    await press(desk, '2')
    expect(part(desk, 'desk-result')).to.equal(null)
    expect(part(desk, 'desk-line').getAttribute('view')).to.equal('parked')
  })

  it('is readable and reachable in all themes', async () => {
    answerWith({})
    const desk = await new Hall(open, take(1), take(2), call, start).show()
    await press(desk, '2')
    await accessibleInThemes(part(desk, 'desk-result'))
  })
})

describe('where a number goes', () => {
  afterEach(restoreFetch)

  it('warns in words when nobody serves the line, and sends it all the same', async () => {
    const other = demoOffice.services.find(s => !services.includes(s.id))!
    const hall = new Hall(open, take(1), call)
    answerWith({
      [`POST ${COUNTER}/transfer`]: hall.does({ verb: 'transfer', counterId: '3', serviceId: other.id }),
    })
    const desk = await hall.show()
    await press(desk, 'a')
    const choice = options(desk, 'desk-transfer').find(o => o.textContent!.includes(other.name[0]))!
    expect(choice.textContent).to.contain('belum ada petugas')
    choice.click()
    await aTimeout(20)
    expect(inside(desk, 'desk-transfer', '.keep').textContent).to.contain('Belum ada petugas yang melayani')
    await press(desk, 'Enter')
    expect(sent[0]!.body).to.deep.equal({ ticketId: 't1', serviceId: other.id })
  })

  it('may be a colleague at the same service, with a note [D27 D28]', async () => {
    const hall = new Hall(open, take(1), call)
    hall.sit('p6', '6', [services[0]!])
    answerWith({
      [`POST ${COUNTER}/transfer`]: hall.does({
        ...{ verb: 'transfer', counterId: '3', serviceId: services[0]!, sentTo: '6' },
      }),
    })
    const desk = await hall.show()
    await press(desk, 'a')
    options(desk, 'desk-transfer')
      .find(o => o.textContent!.includes(own.name[0]))!
      .click()
    await aTimeout(20)
    expect(checked(desk, 'desk-transfer')).to.deep.equal([own.name[0], 'Loket 6'])
    const note = part(desk, 'desk-transfer').shadowRoot!.querySelectorAll('input')[1]!
    note.value = 'Akta sudah dilihat'
    note.dispatchEvent(new Event('input'))
    typed(note, 'Enter')
    await aTimeout(40)
    expect(sent[0]!.body).to.deep.equal({
      ...{ ticketId: 't1', serviceId: services[0], sentTo: '6', note: 'Akta sudah dilihat' },
    })
    expect(large(desk)).to.not.equal(null)
  })

  it('brings its note to the counter that called it, as text [D28]', async () => {
    const hall = new Hall(open, take(1), call)
    hall.sit('p6', '6', [services[0]!])
    hall.decide({ verb: 'transfer', counterId: '3', serviceId: services[0]!, sentTo: '6', noteId: 'n1' })
    hall.decide({ verb: 'closeCounter', counterId: '6' }, 'p6')
    hall.decide(call)
    hall.live.day = hall.day
    answerWith({ [`GET ${COUNTER}/note`]: [200, { number: 'A-001', note: 'Akta <b>asli</b> sudah dilihat' }] })
    const desk = await hall.show()
    await aTimeout(40)
    const note = inside(desk, 'desk-current', 'desk-note').shadowRoot!.textContent
    expect(note).to.contain('Akta <b>asli</b> sudah dilihat')
  })

  it('is readable and reachable in all themes', async () => {
    answerWith({})
    const desk = await new Hall(open, take(1), call).show()
    await press(desk, 'a')
    options(desk, 'desk-transfer')[0]!.click()
    await accessibleInThemes(part(desk, 'desk-transfer'))
  })
})

describe('a further step of the visit that is served', () => {
  afterEach(restoreFetch)
  const STEPS = `POST ${COUNTER}/steps`
  const plan = (...ids: readonly string[]) => {
    const later = ids.map(serviceId => ({ serviceId }))
    return {
      body: { ticketId: 't1', later },
      told: (hall: Hall) => hall.does({ verb: 'planSteps', counterId: '3', later }),
    }
  }

  it('is added by D, a few letters and Enter twice, said at the desk, and taken back by H [D47]', async () => {
    const hall = new Hall(open, take(1), call, start)
    answerWith({ [STEPS]: plan('legalisir').told(hall) })
    const desk = await hall.show()
    expect(part(desk, 'desk-current').shadowRoot!.textContent).not.to.contain('Legalisir')
    await press(desk, 'd')
    await accessibleInThemes(part(desk, 'desk-step'))
    await sendKeys({ type: 'lega' })
    await sendKeys({ press: 'Enter' })
    expect(sent).to.deep.equal([])
    await sendKeys({ press: 'Enter' })
    await waitUntil(() =>
      part(desk, 'desk-current').shadowRoot!.textContent!.includes('Lalu lanjut sendiri ke Legalisir'),
    )
    expect([part(desk, 'desk-step'), sent.map(s => s.body)]).to.deep.equal([null, [plan('legalisir').body]])
    answerWith({ [STEPS]: plan().told(hall) })
    await press(desk, 'h')
    await waitUntil(() => !part(desk, 'desk-current').shadowRoot!.textContent!.includes('Legalisir'))
    expect(sent.map(s => s.body)).to.deep.equal([plan().body])
    // Nothing is left to take back.
    await press(desk, 'h')
    expect(sent).to.have.length(1)
  })

  it('is no service that the visit is for already', async () => {
    const hall = new Hall(open, take(1), call, start)
    const desk = await hall.show()
    answerWith({})
    await press(desk, 'd')
    await sendKeys({ type: demoOffice.services.find(s => s.id === services[0])!.name[0] })
    const names = [...inside(desk, 'desk-step', 'service-search').shadowRoot!.querySelectorAll('[role="option"] span')]
    expect(names.map(n => n.textContent!.trim())).not.to.include(own.name[0])
  })
})
