import { aTimeout, expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { ConsoleDesk } from '../../console/desk/console-desk.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import { COUNTER, Hall, call, inside, open, part, press, routes, services, start, take } from '../helpers/desk-hall.ts'

const options = (desk: ConsoleDesk, sheet: string) => [
  ...part(desk, sheet).shadowRoot!.querySelectorAll<HTMLElement>('.option'),
]
const chosen = (desk: ConsoleDesk, sheet = 'desk-result') =>
  options(desk, sheet)
    .filter(o => o.getAttribute('aria-checked') === 'true')
    .map(o => o.querySelector('b, span:not(.letter)')?.textContent ?? o.textContent!.trim())
const focused = (desk: ConsoleDesk, sheet = 'desk-result') => part(desk, sheet).shadowRoot!.activeElement!

async function key(name: string): Promise<void> {
  await sendKeys({ press: name })
  await aTimeout(40)
}

describe('a key presses what has the focus', () => {
  beforeEach(() => setLang('id'))
  afterEach(restoreFetch)

  const serving = async () => {
    const hall = new Hall(open, take(1), take(2), call, start)
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does({ ...call, result: { kind: 'advice' } }) })
    return hall.show()
  }

  it('chooses the outcome on which Space or Enter falls, and saves nothing yet', async () => {
    for (const press of ['Space', 'Enter']) {
      const desk = await serving()
      await key('s')
      await key('Tab')
      await key(press)
      expect(chosen(desk), press).to.deep.equal(['Berkas kurang'])
      expect(sent, press).to.deep.equal([])
      desk.remove()
    }
  })

  it('presses a paper, and the way back, rather than saving', async () => {
    const desk = await serving()
    await key('2')
    options(desk, 'desk-result')[4]!.focus()
    await key('Space')
    expect(chosen(desk)).to.have.length(2)
    inside(desk, 'desk-result', 'header ui-button').focus()
    await key('Space')
    expect([part(desk, 'desk-result'), sent]).to.deep.equal([null, []])
  })

  it('moves to the outcome that a digit chooses, and confirms what is chosen', async () => {
    const desk = await serving()
    await key('s')
    await key('4')
    expect(focused(desk).getAttribute('aria-checked')).to.equal('true')
    expect(focused(desk).textContent).to.contain('Hanya konsultasi')
    await key('Space')
    expect(sent.map(s => s.body)).to.deep.equal([{ ticketId: 't1', result: { kind: 'advice' } }])
  })

  it('chooses the line on which Enter falls, and sends nothing to another one', async () => {
    const hall = new Hall(open, take(1), call)
    answerWith({})
    const desk = await hall.show()
    await key('a')
    await key('Tab')
    await key('ArrowDown')
    await key('ArrowDown')
    const [line] = chosen(desk, 'desk-transfer')
    expect(focused(desk, 'desk-transfer').textContent).to.contain(line)
    const other = options(desk, 'desk-transfer')[0]!
    other.focus()
    await key('Enter')
    expect(chosen(desk, 'desk-transfer')[0]).to.equal(other.querySelector('span:not(.letter)')!.textContent)
    expect(sent).to.deep.equal([])
  })

  it('reaches the note of a transfer in three steps, and goes on typing in the search', async () => {
    const hall = new Hall(open, take(1), call)
    hall.sit('p6', '6', [services[0]!])
    answerWith({})
    const desk = await hall.show()
    await key('a')
    options(desk, 'desk-transfer')
      .find(o => o.textContent!.includes('Kartu Keluarga'))!
      .click()
    await aTimeout(30)
    await key('Tab')
    expect(focused(desk, 'desk-transfer').getAttribute('aria-checked')).to.equal('true')
    await key('k')
    expect(focused(desk, 'desk-transfer').getAttribute('type')).to.equal('search')
    expect((focused(desk, 'desk-transfer') as HTMLInputElement).value).to.equal('k')
    const stops = [...part(desk, 'desk-transfer').shadowRoot!.querySelectorAll('.targets [tabindex="0"]')]
    expect(stops).to.have.length(1)
  })

  it('hears nothing under a question: neither Space on a choice nor a letter', async () => {
    const hall = new Hall(open, take(1), take(2))
    hall.sit('p6', '6', [services[0]!])
    hall.decide({ verb: 'leaveCounter', counterId: '6', why: 'silent' }, 'p6')
    hall.live.day = hall.day
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does(call) })
    const desk = await hall.show()
    await aTimeout(30)
    const left = part(desk, 'left-counters').shadowRoot!
    left.querySelector('ui-button')!.click()
    await aTimeout(50)
    const takeover = left.querySelector('takeover-dialog')!.shadowRoot!
    takeover.querySelector<HTMLInputElement>('input[value=forgot]')!.focus()
    await key('Space')
    await key('i')
    expect([routes(), part(desk, 'desk-choice')]).to.deep.equal([[], null])
    await key('Escape')
    expect(left.querySelector('takeover-dialog'), 'Escape leads out').to.equal(null)
    await press(desk, ' ')
    expect(routes()).to.deep.equal(['call-next'])
  })
})
