import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { addDays, officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { inLang } from '../../../shared/survey/instrument/instrument.ts'
import type { Programme } from '../../../shared/survey/instrument/programme.ts'
import { sampleSize } from '../../../shared/survey/sample-size.ts'
import { programmeStateText, programmeText as words } from '../../../shared/text/instruments.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { newKey } from '../../../shared/web/client.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-state.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { nameOf } from './instrument-editor.ts'
import { instrumentStyles } from './instrument-styles.ts'
import './programme-form.ts'
import type { Listed } from './programme-form.ts'
import './programme-result.ts'

const READ = 'GET /api/offices/:office/programmes'
const SAVE = 'POST /api/offices/:office/programmes/:programme'
/** So long a programme asks unless somebody says otherwise. */
const DAYS = 30
type View = Reply<typeof READ>
type One = View['programmes'][number]
interface Draft {
  readonly of: string
  /** 0 before it is saved. */
  readonly steps: number
  readonly begun: boolean
  readonly programme: Programme
}

/** Surveys that hang on no ticket: their code and period, how many answered, and what they said once they are over. */
@customElement('programmes-pane')
export class ProgrammesPane extends LitElement {
  static override styles = [baseStyles, paneStyles, instrumentStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  @property({ attribute: false }) instruments: Listed = []
  @state() private draft: Draft | undefined
  @state() private saved = false
  /** Whose result is open. */
  @state() private opened: ReadonlySet<string> = new Set()
  #round = 0
  readonly #read = new Fetched<View>(this)
  readonly #act = actOf(() => this.requestUpdate())
  readonly #kept = new KeptForm(this, {
    form: () => 'programme',
    read: () => this.draft && { draft: JSON.stringify(this.draft) },
    write: kept => (this.draft = JSON.parse(kept['draft']!) as Draft),
  })

  constructor() {
    super()
    new LangController(this)
  }

  get #today(): LocalDate {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override willUpdate(): void {
    this.#read.want(`${this.#round} ${this.live.news}`, () => ask(READ, { params: { office: this.office.id } }))
  }

  protected override render() {
    return html`<p class="soft">${t(words.lead)}</p>
      ${whenRead(this.#read, ({ programmes }) => this.#content(programmes))}`
  }

  #content(all: readonly One[]) {
    return html`${
      all.length === 0
        ? html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
        : html`<ul class="cards">
            ${repeat(
              all,
              one => one.id,
              one => html`<li class="pane">${this.#card(one)}</li>`,
            )}
          </ul>`
    }
    ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
    ${this.saved ? html`<ui-banner tone="info">${t(words.saved)}</ui-banner>` : nothing}
    ${
      this.draft
        ? html`<section class="pane" aria-labelledby="form">
            <h2 id="form">${inLang(this.draft.programme.name, lang()) || t(words.new)}</h2>
            ${this.#kept.note(this.#drop)}
            <programme-form
              .programme=${this.draft.programme}
              .instruments=${this.instruments}
              today=${this.#today}
              ?begun=${this.draft.begun}
              ?busy=${this.#act.busy()}
              @written=${(e: CustomEvent<Programme>) => (this.draft = { ...this.draft!, programme: e.detail })}
              @send=${() => void this.#save(this.draft!)}
              @cancel=${this.#drop}
            ></programme-form>
          </section>`
        : html`<ui-button @click=${this.#begin}>${t(words.new)}</ui-button>`
    }`
  }

  #card({ id, path, programme, state, answered, steps }: One) {
    const name = inLang(programme.name, lang())
    const instrument = this.instruments.find(one => one.id === programme.instrument)?.instrument
    const day = (date: LocalDate) => dateYearText(date, lang())
    const n = (count: number) => numberText(count, lang())
    const { population, version } = programme
    const counts =
      population === null
        ? t(words.answered, { n: n(answered) })
        : t(words['answered.of'], { n: n(answered), target: n(sampleSize(population)), population: n(population) })
    return html`<h2>${name}</h2>
      <p><ui-tag tone=${state === 'running' ? 'go' : ''}>${t(programmeStateText[state])}</ui-tag></p>
      <p class="note">${t(words.period, { from: day(programme.from), to: day(programme.to) })}</p>
      <p class="note">${instrument ? t(words.of, { instrument: nameOf(instrument), version }) : nothing}</p>
      <p class="said">${counts}</p>
      <div class="acts">
        <a href="${path}?lang=${lang()}" target="_blank" rel="noopener" aria-label=${t(words['page.label'], { name })}
          >${t(words.page)}</a
        >
        ${
          state === 'closed'
            ? nothing
            : html`<a
                  href="${path}/poster?lang=${lang()}"
                  target="_blank"
                  rel="noopener"
                  aria-label=${t(words['poster.label'], { name })}
                  >${t(words.poster)}</a
                >
                <ui-button
                  size="s"
                  label=${t(words['change.label'], { name })}
                  @click=${() => this.#open({ of: id, steps, begun: state === 'running', programme })}
                  >${t(words.change)}</ui-button
                >`
        }
      </div>
      ${
        state === 'closed'
          ? html`<details @toggle=${(e: Event) => this.#toggle(id, (e.target as HTMLDetailsElement).open)}>
              <summary aria-label=${t(words['result.label'], { name })}>${t(words.result)}</summary>
              ${
                this.opened.has(id)
                  ? html`<programme-result
                      office=${this.office.id}
                      of=${id}
                      .programme=${programme}
                    ></programme-result>`
                  : nothing
              }
            </details>`
          : nothing
      }`
  }

  #toggle(id: string, open: boolean): void {
    this.opened = new Set(open ? [...this.opened, id] : [...this.opened].filter(one => one !== id))
  }

  #begin = (): void => {
    const [first] = this.instruments
    const from = this.#today
    this.#open({
      ...{ of: newKey().slice(0, 36), steps: 0, begun: false },
      programme: {
        ...{ name: ['', ''], about: ['', ''], instrument: first?.id ?? '', version: first?.version ?? 0 },
        ...{ from, to: addDays(from, DAYS - 1), population: null, places: [] },
      },
    })
  }

  #open(draft: Draft): void {
    this.draft = draft
    this.saved = false
    this.#act.rest()
  }

  #drop = (): void => {
    this.draft = undefined
    this.#act.rest()
    this.#kept.drop()
  }

  async #save({ of, steps, programme }: Draft): Promise<void> {
    this.saved = false
    const { name, about, places, ...rest } = programme
    const body = {
      programme: {
        ...rest,
        name: [...name] as [string, string],
        about: [...about] as [string, string],
        places: [...places],
      },
      steps,
    }
    const input = { params: { office: this.office.id, programme: of }, query: undefined, body }
    const done = await this.#act.run({ of, steps, programme }, key => ask(SAVE, input, key))
    this.#round += 1
    if (done) {
      this.saved = true
      this.#drop()
    }
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'programmes-pane': ProgrammesPane
  }
}
