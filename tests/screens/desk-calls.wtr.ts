import { aTimeout, expect } from '@open-wc/testing'
import '../../console/desk/console-desk.ts'
import { answerWith, restoreFetch } from '../helpers/console-answers.ts'
import { COUNTER, Hall, call, inside, open, part, plan, press, routes, take } from '../helpers/desk-hall.ts'
import type { ConsoleDesk } from '../../console/desk/console-desk.ts'

const heard = { verb: 'planDay', plan: { ...plan, skipAfterMs: 60_000, mostCalls: 3 } } as const
const skip = { verb: 'skip', counterId: '3' } as const
const recall = { verb: 'recall', counterId: '3' } as const

const button = (desk: ConsoleDesk, key: string) => {
  const one = inside(desk, 'desk-buttons', `.acts ui-button[shortcut="${key}"]`)
  return `${one.querySelector('span')!.textContent}${one.hasAttribute('disabled') ? ', rests' : ''}`
}
const made = (desk: ConsoleDesk) => {
  const bars = part(desk, 'desk-current').shadowRoot!.querySelectorAll('.calls i')
  return [...bars].map(bar => bar.className)
}

describe('a call at the desk', () => {
  afterEach(restoreFetch)

  it('is skipped once it was heard: the button stays and counts down, the key does nothing before [C12]', async () => {
    const hall = new Hall(heard, open, take(1), call)
    answerWith({ [`POST ${COUNTER}/skip`]: hall.does(skip) })
    const desk = await hall.show()
    expect(button(desk, 'L')).to.equal('Lewati 01:00, rests')
    await hall.wait(22_000)
    expect(button(desk, 'L')).to.equal('Lewati 00:38, rests')
    await press(desk, 'l')
    await hall.wait(37_999)
    expect(button(desk, 'L')).to.equal('Lewati 00:01, rests')
    expect(routes()).to.deep.equal([])
    await hall.wait(1)
    expect(button(desk, 'L')).to.equal('Lewati')
    await press(desk, 'l')
    expect(routes()).to.deep.equal(['skip'])
  })

  it('is repeated until the third, said in words and bars [C12]', async () => {
    const hall = new Hall(heard, open, take(1), call)
    answerWith({ [`POST ${COUNTER}/recall`]: hall.does(recall) })
    const desk = await hall.show()
    const tag = () => inside(desk, 'desk-current', 'ui-tag[tone="call"]').textContent
    expect([tag(), made(desk)]).to.deep.equal(['Panggilan 1 dari 3', ['made', '', '']])
    await press(desk, 'u')
    expect([tag(), made(desk)]).to.deep.equal(['Panggilan 2 dari 3', ['made', 'made', '']])
    expect(button(desk, 'U')).to.equal('Panggil ulang')
    await press(desk, 'u')
    expect([tag(), made(desk)]).to.deep.equal(['Panggilan 3 dari 3', ['made', 'made', 'made']])
    expect(button(desk, 'U')).to.equal('Panggil ulang, rests')
    await press(desk, 'u')
    expect(routes()).to.deep.equal(['recall', 'recall'])
  })
})

describe('closing a counter at the desk', () => {
  afterEach(restoreFetch)
  const close = { verb: 'closeCounter', counterId: '3' } as const

  it('asks first where people wait whom no other counter serves, and stays open by Enter [D31]', async () => {
    const hall = new Hall(open, take(1), take(2))
    answerWith({ [`POST ${COUNTER}/close`]: hall.does(close) })
    const desk = await hall.show()
    await press(desk, 'k')
    const dialog = part(desk, 'ui-dialog')
    expect(dialog.textContent).to.match(/^2 orang menunggu dan hanya dilayani loket ini: .+ \(2\)\.$/u)
    dialog.dispatchEvent(new CustomEvent('primary'))
    await hall.wait(0)
    expect([part(desk, 'ui-dialog'), routes()]).to.deep.equal([null, []])
    await press(desk, 'k')
    part(desk, 'ui-dialog').dispatchEvent(new CustomEvent('secondary'))
    await aTimeout(40)
    expect(routes()).to.deep.equal(['close'])
  })

  it('asks nothing where nobody waits [D31]', async () => {
    const hall = new Hall(open)
    answerWith({ [`POST ${COUNTER}/close`]: hall.does(close) })
    const desk = await hall.show()
    await press(desk, 'k')
    expect(routes()).to.deep.equal(['close'])
  })

  it('says it with the question how long a break is [D31]', async () => {
    const desk = await new Hall(open, take(1)).show()
    await press(desk, 'i')
    expect(part(desk, 'desk-choice').getAttribute('lead')).to.contain('1 orang menunggu')
  })
})
