import { aTimeout, expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../console/desk/console-desk.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { answerWith, restoreFetch } from '../helpers/console-answers.ts'
import { COUNTER, Hall, call, inside, open, part, plan, press, routes, services, take } from '../helpers/desk-hall.ts'
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
    expect(part(desk, '.undo-slot').textContent).to.contain('Lewati baru dapat ditekan 38 detik lagi')
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
    await hall.wait(8_000)
    await press(desk, 'u')
    expect([tag(), made(desk)]).to.deep.equal(['Panggilan 2 dari 3', ['made', 'made', '']])
    await hall.wait(8_000)
    expect(button(desk, 'U')).to.equal('Panggil ulang')
    await press(desk, 'u')
    expect([tag(), made(desk)]).to.deep.equal(['Panggilan 3 dari 3', ['made', 'made', 'made']])
    expect(button(desk, 'U')).to.equal('Panggil ulang, rests')
    await press(desk, 'u')
    expect(part(desk, '.undo-slot').textContent).to.contain('Sudah dipanggil 3 kali')
    expect(routes()).to.deep.equal(['recall', 'recall'])
  })

  it('is not repeated while the one before is heard: three presses of one hand are one more call [C12]', async () => {
    const hall = new Hall(heard, open, take(1), call)
    answerWith({ [`POST ${COUNTER}/recall`]: hall.does(recall) })
    const desk = await hall.show()
    await hall.wait(8_000)
    for (const key of ['u', 'u', 'u']) await press(desk, key)
    expect(routes()).to.deep.equal(['recall'])
    expect(button(desk, 'U')).to.equal('Panggil ulang 00:08, rests')
    expect(part(desk, '.undo-slot').textContent).to.contain('Panggil ulang baru dapat ditekan 8 detik lagi')
  })

  it('says why there is nothing to undo', async () => {
    answerWith({})
    const desk = await new Hall(open).show()
    await press(desk, 'z')
    expect(part(desk, '.undo-slot').textContent).to.contain('Tidak ada yang dapat diurungkan')
  })

  it('lists no papers of every case where nobody knows what it is for [B21]', async () => {
    answerWith({})
    const desk = await new Hall(open, take(1), call).show()
    const said = inside(desk, 'desk-current', '.paper').textContent
    expect(said).to.contain('menurut keperluan')
    expect(said).not.to.contain('Kartu Keluarga')
  })
})

describe('the bar of the last act', () => {
  afterEach(restoreFetch)
  const bar = (desk: ConsoleDesk) => part(desk, '.undo-slot b').textContent

  it('says how a visit ended, with the reason, and who was called [Y1]', async () => {
    const hall = new Hall(open, take(1), take(2), call)
    hall.decide({ verb: 'start', counterId: '3' })
    hall.decide({ verb: 'finish', counterId: '3', result: { kind: 'refused', reason: 'notEligible' } })
    hall.live.day = hall.day
    answerWith({})
    expect(bar(await hall.show())).to.equal('A-001: ditolak (syarat belum terpenuhi).')
    const both = new Hall(open, take(1), take(2), call)
    both.decide({ verb: 'start', counterId: '3' })
    both.decide({ ...call, result: { kind: 'papersMissing', papers: ['other'] } })
    both.live.day = both.day
    expect(bar(await both.show())).to.equal('A-001: berkas kurang. A-002 dipanggil.')
  })

  it('says where a number went [Y1]', async () => {
    const hall = new Hall(open, take(1), call)
    const [service] = demoOffice.services.filter(s => !services.includes(s.id))
    hall.sit('p6', '6', [service!.id])
    hall.decide({ verb: 'transfer', counterId: '3', serviceId: service!.id, sentTo: '6' })
    hall.live.day = hall.day
    answerWith({})
    expect(bar(await hall.show())).to.equal(`A-001 dialihkan ke ${service!.name[0]}, Loket 6.`)
  })
})

describe('a counter that was taken over', () => {
  afterEach(restoreFetch)

  it('is not opened again by the next press of a habit', async () => {
    localStorage.setItem('tanggap.counter', '3')
    const hall = new Hall(open, take(1))
    answerWith({ [`POST ${COUNTER}/open`]: hall.does(open) })
    const desk = await hall.show()
    hall.decide({ verb: 'takeOver', counterId: '3', reason: 'ill', end: 'back', leads: true }, 'p9')
    hall.tell()
    await aTimeout(40)
    await sendKeys({ press: 'Space' })
    await aTimeout(40)
    expect(routes()).to.deep.equal([])
    await press(desk, '3')
    expect(routes()).to.deep.equal(['open'])
    localStorage.removeItem('tanggap.counter')
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
