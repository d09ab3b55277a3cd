import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Finding, Level, Mend } from '../../shared/office/opening/check.ts'
import { findingText, levelText, namesSaid } from '../../shared/text/opening.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-tag.ts'
import { serviceHref } from '../admin/services/service-parts.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../rehearsal/rehearsal-pane.ts'
import type { OfficeBook } from './office-book.ts'
import { stepStyles } from './step-styles.ts'

type Check = Reply<'GET /api/offices/:office/opening'>

const ICONS = { must: 'warning', later: 'clock', done: 'check' } as const
const TONES = { must: 'bad', later: 'warn', done: 'go' } as const
/** What is mended on another page of the console; the rest is a step of this one, or done on the server. */
const PAGES: Readonly<Partial<Record<Mend, string>>> = { devices: '#/perangkat', account: '#/saya' }
const STEPS: Readonly<Partial<Record<Mend, number>>> = { office: 2, services: 3, counters: 3, hours: 3, staff: 4 }

/** What is still missing, the rehearsal, and the opening. */
@customElement('step-opening')
export class StepOpening extends LitElement {
  static override styles = [baseStyles, paneStyles, stepStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) book!: OfficeBook
  @state() private sure = false
  readonly #check = new Fetched<Check>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('focus', this.#again)
    void this.book.flush().then(this.#again)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('focus', this.#again)
  }

  readonly #again = (): void => {
    const params = { office: this.office.id }
    this.#check.want(`${Date.now()}`, () => ask('GET /api/offices/:office/opening', { params }))
  }

  /** How many lines of the check are of a level; none while it is not known. */
  #n(level: Level): number {
    return this.#check.value?.findings.filter(f => f.level === level).length ?? 0
  }

  protected override render() {
    const ready = this.#check.value !== undefined && this.#n('must') === 0
    const counts = { must: this.#n('must'), later: this.#n('later'), done: this.#n('done') }
    return html`<header>
        <div>
          <h1>${t(wizardText[ready ? 'opening.title.ready' : 'opening.title.must'])}</h1>
          <p role="status">${this.#check.value ? t(wizardText['opening.counts'], counts) : nothing}</p>
        </div>
      </header>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <div class="cols wide">
        <section class="pane" aria-labelledby="check">
          <header>
            <h2 id="check">${t(wizardText['opening.check'])}</h2>
            <ui-button size="s" variant="plain" @click=${this.#again}
              >${icon('refresh')}${t(wizardText['opening.again'])}</ui-button
            >
          </header>
          ${whenRead(this.#check, ({ findings }) => this.#lines(findings as readonly Finding[]))}
        </section>
        <div class="stack">
          <rehearsal-pane .office=${this.office}></rehearsal-pane>
          ${this.#opening(ready)}
        </div>
      </div>
      <ui-dialog
        kind="plain"
        ?open=${this.sure}
        heading=${t(wizardText['open.sure'], { office: this.office.shortName || this.office.name })}
        primary=${t(wizardText.open)}
        secondary=${t(wizardText.cancel)}
        @primary=${() => void this.#open()}
        @secondary=${() => (this.sure = false)}
        @dismiss=${() => (this.sure = false)}
        >${t(wizardText['open.sure.what'])} ${this.#law()}</ui-dialog
      >`
  }

  /** First what stands between here and the first number; the rest is there for whoever looks. */
  #lines(findings: readonly Finding[]) {
    const waits = findings.filter(f => f.level === 'later' && f.mend !== 'devices' && f.key !== 'published')
    const list = (some: readonly Finding[]) =>
      html`<ul class="checks">
        ${some.map(f => this.#line(f))}
      </ul>`
    return html`${list(findings.filter(f => f.level !== 'done' && !waits.includes(f)))}
    ${
      waits.length === 0
        ? nothing
        : html`<details>
            <summary>${t(wizardText['opening.later'], { n: waits.length })}</summary>
            ${list(waits)}
          </details>`
    }
    ${list(findings.filter(f => f.level === 'done'))}`
  }

  /** What the law asks for and is not there, once more before the doors open. */
  #law() {
    const gap = this.#check.value?.findings.find(f => f.key === 'published') as Finding | undefined
    return gap ? html`<b>${t(wizardText['open.standard'], { names: namesSaid(gap.names, lang()) })}</b>` : nothing
  }

  #line(finding: Finding) {
    const { level, mend } = finding
    const { title, what } = findingText(finding, lang())
    return html`<li class=${level}>
      ${icon(ICONS[level])}
      <span><b>${title}</b><small>${what}</small></span>
      ${level === 'done' || mend === null ? html`<ui-tag tone=${TONES[level]}>${t(levelText[level])}</ui-tag>` : this.#mend(finding, mend, title)}
    </li>`
  }

  #mend({ level, service }: Finding, mend: Mend, title: string) {
    const word = mend === 'devices' || mend === 'staff' ? (`opening.mend.${mend}` as const) : 'opening.mend'
    const page = service ? serviceHref(service) : PAGES[mend]
    if (page) return html`<a href=${page} aria-label="${t(wizardText[word])}: ${title}">${t(wizardText[word])}</a>`
    const step = STEPS[mend]
    if (step === undefined) return html`<ui-tag tone=${TONES[level]}>${t(wizardText['opening.server'])}</ui-tag>`
    return html`<ui-button size="s" label="${t(wizardText[word])}: ${title}" @click=${() => emit(this, 'step', step)}
      >${t(wizardText[word])}</ui-button
    >`
  }

  #opening(ready: boolean) {
    return html`<section class="pane" aria-labelledby="open">
      <h2 id="open">${t(wizardText.open)}</h2>
      <p class="note">${t(wizardText['open.where'])} <b>${location.host}</b></p>
      ${ready ? nothing : html`<p class="note">${t(wizardText['open.must'], { n: this.#n('must') })}</p>`}
      <p>
        <ui-button variant="primary" ?disabled=${!ready || this.#act.busy()} @click=${() => (this.sure = true)}
          >${t(wizardText.open)}</ui-button
        >
      </p>
    </section>`
  }

  async #open(): Promise<void> {
    this.sure = false
    const params = { office: this.office.id }
    const done = await this.#act.run('open', key => ask('POST /api/offices/:office/opening', { params }, key))
    // What comes next is on a page of its own: this one is over with the opening.
    if (done) location.hash = '#/terbuka'
    if (done) emit(this, 'officechanged', { ...this.office, openedAt: done.openedAt })
    else this.#again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-opening': StepOpening
  }
}
