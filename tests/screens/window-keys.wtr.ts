import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Ticker } from '../../shared/web/ticker.ts'
import { WindowKeys } from '../../shared/web/window-keys.ts'

@customElement('heard-keys')
class HeardKeys extends LitElement {
  @property({ type: Boolean }) asking = false
  readonly letters: string[] = []
  readonly functions: string[] = []
  readonly held: string[] = []

  constructor() {
    super()
    new WindowKeys(this, { down: e => this.letters.push(e.key), listening: () => !this.asking })
    new WindowKeys(this, { down: e => this.functions.push(e.key), inFields: true })
    new WindowKeys(this, { down: e => this.held.push(e.key), repeats: true })
  }

  protected override render() {
    return html`<input /><input type="checkbox" /><select></select
      ><button></button>`
  }
}

@customElement('counting-down')
class CountingDown extends LitElement {
  @property({ type: Number }) left = 2
  ticks = 0

  constructor() {
    super()
    new Ticker(this, { everyMs: 10, tick: () => this.#tick(), while: () => this.left > 0 })
  }

  #tick(): void {
    this.ticks += 1
    this.left -= 1
  }
}

function press(on: EventTarget, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more })
  on.dispatchEvent(event)
  return event
}

describe('the keys of a screen', () => {
  const shown = () => fixture<HeardKeys>(html`<heard-keys></heard-keys>`)
  const inside = (host: HeardKeys, selector: string) => host.shadowRoot!.querySelector(selector)!

  it('are heard wherever the focus is, but are letters where somebody types', async () => {
    const host = await shown()
    press(window, 'u')
    press(inside(host, 'button'), 'm')
    press(inside(host, '[type=checkbox]'), 'l')
    press(inside(host, 'input'), 'a')
    press(inside(host, 'select'), 's')
    expect(host.letters).to.deep.equal(['u', 'm', 'l'])
    expect(host.functions).to.deep.equal(['u', 'm', 'l', 'a', 's'])
  })

  it('belong to the browser with Ctrl, Alt or Meta, and to an element below that took them', async () => {
    const host = await shown()
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) press(window, 'u', { [modifier]: true })
    inside(host, 'button').addEventListener('keydown', event => event.preventDefault())
    press(inside(host, 'button'), '?')
    expect([host.letters, host.functions, host.held]).to.deep.equal([[], [], []])
  })

  it('are heard once while held down, unless the screen wants every repeat', async () => {
    const host = await shown()
    press(window, ' ')
    press(window, ' ', { repeat: true })
    expect([host.letters, host.held]).to.deep.equal([[' '], [' ', ' ']])
  })

  it('fall silent under a dialog, and with the screen', async () => {
    const host = await shown()
    host.asking = true
    press(window, 'u')
    expect(host.letters).to.deep.equal([])
    host.asking = false
    host.remove()
    press(window, 'u')
    expect(host.letters).to.deep.equal([])
  })
})

describe('the clock of an element', () => {
  it('goes while it is wanted, and again when it is wanted again', async () => {
    const host = await fixture<CountingDown>(html`<counting-down></counting-down>`)
    await aTimeout(80)
    expect([host.left, host.ticks]).to.deep.equal([0, 2])
    host.left = 1
    await aTimeout(60)
    expect([host.left, host.ticks]).to.deep.equal([0, 3])
  })

  it('stops with its element, also when a drawing comes after that', async () => {
    const host = await fixture<CountingDown>(html`<counting-down .left=${100}></counting-down>`)
    host.remove()
    host.requestUpdate()
    await host.updateComplete
    const { ticks } = host
    await aTimeout(50)
    expect(host.ticks).to.equal(ticks)
  })
})
