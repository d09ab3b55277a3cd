import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { lateOutageText as words } from '../../shared/text/late-outage.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-tag.ts'
import { NEWS_CHANGED, ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { lateSays } from './late-outage-says.ts'

type Late = Reply<'GET /api/offices/:office/late-outages'>['outages'][number]
type Act = 'agree' | 'take-back' | 'keep'

/**
 * Outages that were marked after their day, with who did what; a second person agrees, and each is asked once more. Raises `changed`,
 * and `waits` with how many wait for whoever looks.
 */
@customElement('late-outage-list')
export class LateOutageList extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      ul {
        display: grid;
        gap: 0.9rem;
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.35rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** Another number where something was marked or agreed to meanwhile. */
  @property({ type: Number }) turn = 0
  /** How much was told to this person's screens: another number where somebody else acted. */
  @property({ type: Number }) news = 0
  @state() private asking: { readonly id: string; readonly from: Late['state']; readonly act: Act } | undefined
  @state() private why = ''
  readonly #act = actOf(() => this.requestUpdate())
  readonly #all = new Fetched<readonly Late[]>(this)
  #waits: number | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    const read = async () => (await ask('GET /api/offices/:office/late-outages', { params })).outages
    this.#all.want(`${this.office.id} ${this.turn} ${this.news}`, read)
  }

  protected override updated(): void {
    const waits = this.#all.value?.filter(late => late.may.agree).length
    if (waits === undefined || waits === this.#waits) return
    this.#waits = waits
    emit(this, 'waits', waits)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="later">
      <h2 id="later">${t(words['list.title'])}</h2>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      ${whenRead(this.#all, all =>
        all.length === 0
          ? html`<p class="note">${t(words['list.none'])}</p>`
          : html`<ul>
              ${all.map(late => html`<li>${this.#one(late)}</li>`)}
            </ul>`,
      )}
      ${this.#question()}
    </section>`
  }

  #one(late: Late) {
    const { zone } = this.office
    const when = (at: number) => `${dateText(at, zone, lang())} ${timeText(at, zone, lang())}`
    const acts = late.acts.map(({ what, by, at }) => t(words[`act.${what}`], { name: by ?? '—', at: when(at) }))
    return html`<b>${this.#says(late)}</b> <ui-tag>${t(words[`state.${late.state}`])}</ui-tag>
      <p class="note">${acts.join(' · ')}</p>
      ${late.acts.map(act => (act.words ? html`<p>${t(words[act.what === 'kept' ? 'said.kept' : 'said.objected'], { words: act.words })}</p>` : nothing))}
      ${this.#note(late)}
      <div class="acts">
        ${late.may.agree ? this.#button(late, 'agree') : nothing}
        ${late.may.takeBack ? this.#button(late, 'take-back') : nothing}
        ${late.may.keep ? this.#button(late, 'keep') : nothing}
      </div>`
  }

  #note({ own, state: now, may }: Late) {
    if (own) return html`<p class="note" data-own>${t(words['own.case'])}</p>`
    const waits = now === 'waits' || now === 'leaving'
    return waits && !may.agree ? html`<p class="note">${t(words['own.waits'])}</p>` : nothing
  }

  #says(late: Late): string {
    const clock = (at: number) => timeText(at, this.office.zone, lang())
    return lateSays(this.office, { ...late, from: clock(late.since), to: clock(late.until) })
  }

  #button(late: Late, act: Act) {
    const does = nameOf(late, act)
    return html`<ui-button
      data-act=${act}
      label=${t(words['agree.label'], { act: does, what: this.#says(late) })}
      @click=${() => (this.asking = { id: late.id, from: late.state, act })}
      >${does}</ui-button
    >`
  }

  #question() {
    if (!this.asking) return nothing
    const { id, from, act } = this.asking
    // Somebody else acted on it meanwhile: there is nothing to ask any more.
    const late = this.#all.value?.find(one => one.id === id && one.state === from)
    if (!late) return nothing
    if (act === 'keep') return this.#keeping(late)
    const follows =
      act === 'agree' ? 'sure.anew' : late.state === 'waits' ? ('sure.nothing' as const) : ('sure.second' as const)
    const isBack = act === 'take-back' || late.state === 'leaving'
    const close = () => (this.asking = undefined)
    return html`<ui-dialog
      open
      forGood
      heading=${t(words[isBack ? 'sure.back' : 'sure.agree'])}
      primary=${nameOf(late, act)}
      secondary=${t(words.stay)}
      @primary=${() => void this.#do(late, act)}
      @secondary=${close}
      @dismiss=${close}
      ><p><b>${this.#says(late)}</b></p>
      <p>${t(words[follows])}</p></ui-dialog
    >`
  }

  #keeping(late: Late) {
    const close = () => (this.asking = undefined)
    return html`<ui-dialog
      open
      forGood
      heading=${t(words['keep.sure'])}
      primary=${t(words.keep)}
      secondary=${t(words.stay)}
      ?primaryDisabled=${this.why.trim() === ''}
      @primary=${() => void this.#do(late, 'keep')}
      @secondary=${close}
      @dismiss=${close}
      ><p><b>${this.#says(late)}</b></p>
      <p>${t(words['keep.follows'])}</p>
      <label class="field"
        ><span>${t(words['keep.why'])}</span
        ><textarea
          rows="3"
          maxlength="2000"
          .value=${this.why}
          @input=${(e: Event) => (this.why = (e.target as HTMLTextAreaElement).value)}
        ></textarea></label
    ></ui-dialog>`
  }

  async #do({ id }: Late, act: Act): Promise<void> {
    this.asking = undefined
    const params = { office: this.office.id, outage: id }
    const done = await this.#act.run(`${act} ${id}`, key =>
      act === 'keep'
        ? ask('POST /api/offices/:office/late-outages/:outage/keep', { params, body: { words: this.why.trim() } }, key)
        : ask(`POST /api/offices/:office/late-outages/:outage/${act}`, { params }, key),
    )
    if (!done) return
    this.why = ''
    window.dispatchEvent(new Event(NEWS_CHANGED))
    emit(this, 'changed')
  }
}

/** What a button does, by where the outage is. */
function nameOf({ state: now }: Late, act: Act): string {
  if (act === 'keep') return t(words.keep)
  if (act === 'agree') return t(words[now === 'leaving' ? 'agree.back' : 'agree'])
  return t(words[now === 'waits' ? 'back.now' : 'back.ask'])
}

declare global {
  interface HTMLElementTagNameMap {
    'late-outage-list': LateOutageList
  }
}
