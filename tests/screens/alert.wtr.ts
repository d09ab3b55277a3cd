import { aTimeout, expect } from '@open-wc/testing'
import { softAlert, type PushAnswer } from '../../booking/alert.ts'

/** A browser that asks for notifications, as the test lets it. */
function browser(answer: PushAnswer = 'on') {
  const asked: string[] = []
  let letGo = () => {}
  const gate = new Promise<void>(resolve => (letGo = resolve))
  const push = {
    ask: async () => (asked.push('ask'), await gate, answer),
    stop: async () => void asked.push('stop'),
  }
  return { asked, push, answer: async () => (letGo(), aTimeout(5)) }
}

describe('the alert of a ticket', () => {
  it('asks for notifications with the touch that switches it on, and takes them back with the next one', async () => {
    const it = browser()
    const alert = softAlert(it.push)
    alert.toggle()
    await it.answer()
    expect([alert.on, alert.pushed]).to.deep.equal([true, 'on'])
    alert.toggle()
    await aTimeout(5)
    expect([alert.on, alert.pushed, ...it.asked]).to.deep.equal([false, undefined, 'ask', 'stop'])
  })

  it('keeps nothing that was granted only after it was switched off again', async () => {
    const it = browser()
    const alert = softAlert(it.push)
    alert.toggle()
    alert.toggle()
    await it.answer()
    expect([alert.on, ...it.asked]).to.deep.equal([false, 'ask', 'stop'])
  })

  it('has nothing to take back where the person refused', async () => {
    const it = browser('denied')
    const alert = softAlert(it.push)
    alert.toggle()
    await it.answer()
    alert.toggle()
    await aTimeout(5)
    expect([alert.pushed, ...it.asked]).to.deep.equal(['denied', 'ask'])
  })
})
