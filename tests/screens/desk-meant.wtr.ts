import { aTimeout, expect } from '@open-wc/testing'
import '../../console/desk/console-desk.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import {
  COUNTER,
  Hall,
  call,
  large,
  open,
  part,
  press,
  rested,
  routes,
  start,
  take,
  typed,
} from '../helpers/desk-hall.ts'

describe('what an officer means', () => {
  afterEach(restoreFetch)

  it('makes one act of a triple press, because the button means something else after each', async () => {
    const hall = new Hall(open, take(1), take(2), call)
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does(call), [`POST ${COUNTER}/start`]: hall.does(start) })
    const desk = await hall.show()
    for (let n = 0; n < 3; n++) await press(desk, ' ')
    large(desk).click()
    await aTimeout(20)
    expect(routes()).to.deep.equal(['start'])
    await rested(desk)
    await press(desk, ' ')
    expect(routes()).to.deep.equal(['start', 'call-next'])
  })

  it('hears neither key nor finger for 700 ms after the button came to mean something else, and then at once', async () => {
    const hall = new Hall(open, take(1), take(2), call)
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does(call), [`POST ${COUNTER}/start`]: hall.does(start) })
    const desk = await hall.show()
    // The button's rest runs on a clock of the test, so that a slow machine cannot pass for a long rest.
    const { setTimeout: real } = window
    const rests: { readonly ends: () => void; readonly ms: number }[] = []
    window.setTimeout = ((ends: () => void, ms = 0, ...rest: unknown[]) =>
      ms > 300 ? rests.push({ ends, ms }) : real(ends, ms, ...rest)) as typeof setTimeout
    const until = (ms: number) => {
      for (const rest of rests.filter(r => r.ms <= ms)) rest.ends()
    }
    try {
      await press(desk, ' ')
      until(699)
      await press(desk, ' ')
      typed(large(desk), ' ')
      large(desk).dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, pointerType: 'touch' }))
      for (let n = 0; n < 3; n++) large(desk).click()
      expect(routes()).to.deep.equal(['start'])
      until(700)
      await press(desk, ' ')
      expect(routes()).to.deep.equal(['start', 'call-next'])
    } finally {
      window.setTimeout = real
    }
  })

  it('names the ticket that is meant, and with a call from an empty counter that none is', async () => {
    const hall = new Hall(open, take(1), take(2))
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does(call), [`POST ${COUNTER}/start`]: hall.does(start) })
    const desk = await hall.show()
    await press(desk, ' ')
    await rested(desk)
    await press(desk, 'm')
    await rested(desk)
    await press(desk, ' ')
    expect(sent.map(s => s.body)).to.deep.equal([{ ticketId: null }, { ticketId: 't1' }, { ticketId: 't1' }])
  })

  it('keeps a question about the ticket for which it was asked, whoever is called meanwhile', async () => {
    const hall = new Hall(open, take(1), take(2), call, start)
    answerWith({ [`POST ${COUNTER}/park`]: [409, { error: { code: 'TICKET_OTHER', data: { number: 'A-002' } } }] })
    const desk = await hall.show()
    await press(desk, 't')
    const choice = part(desk, 'desk-choice')
    const asked = choice.getAttribute('heading')
    hall.decide(call)
    hall.tell()
    await aTimeout(20)
    expect(choice.getAttribute('heading')).to.equal(asked)
    typed(choice, '2')
    await aTimeout(40)
    expect(sent[0]!.body).to.deep.equal({ ticketId: 't1', reason: 'copy' })
    expect(part(desk, 'ui-banner').textContent).to.contain('di loket ini sekarang A-002')
  })

  it('says no more of an act without an answer once the counter stands otherwise, and R does nothing then', async () => {
    const hall = new Hall(open, take(1), take(2), take(3), call, start)
    answerWith({})
    const desk = await hall.show()
    await press(desk, ' ')
    expect(part(desk, 'ui-banner').textContent).to.contain('Belum tersimpan')
    hall.decide(call)
    hall.decide(start)
    hall.tell()
    await aTimeout(20)
    expect(part(desk, 'ui-banner')).to.equal(null)
    await press(desk, 'r')
    expect(routes()).to.deep.equal(['call-next'])
  })
})
