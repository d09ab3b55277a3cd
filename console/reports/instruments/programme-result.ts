import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { inLang, type Instrument } from '../../../shared/survey/instrument/instrument.ts'
import type { Programme } from '../../../shared/survey/instrument/programme.ts'
import { programmeText as words } from '../../../shared/text/instruments.ts'
import { numberText } from '../../../shared/text/text.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { factsStyles, paneStyles } from '../../parts/pane-styles.ts'
import { instrumentStyles } from './instrument-styles.ts'

const RESULT = 'GET /api/offices/:office/programmes/:programme/result'
const QUESTIONS = 'GET /api/offices/:office/instruments/:instrument/versions/:version'
type Result = Reply<typeof RESULT>
type Figures = Extract<Result, { state: 'open' }>

/** What a programme survey that is over has said, with the questions that were answered. */
@customElement('programme-result')
export class ProgrammeResult extends LitElement {
  static override styles = [baseStyles, paneStyles, factsStyles, instrumentStyles]

  @property() office = ''
  @property() of = ''
  @property({ attribute: false }) programme!: Programme
  readonly #read = new Fetched<{ readonly result: Result; readonly instrument: Instrument }>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { office, of, programme } = this
    this.#read.want(`${office} ${of}`, async () => {
      const asked = { office, instrument: programme.instrument, version: programme.version }
      const [result, { instrument }] = await Promise.all([
        ask(RESULT, { params: { office, programme: of } }),
        ask(QUESTIONS, { params: asked }),
      ])
      return { result, instrument }
    })
  }

  protected override render() {
    return whenRead(this.#read, ({ result, instrument }) => {
      if (result.state === 'open') return this.#figures(result, instrument)
      return result.state === 'running'
        ? html`<ui-state kind="empty" heading=${t(words['result.running'])}></ui-state>`
        : html`<ui-state kind="empty" heading=${t(words['result.few'])}>${t(words['result.few.why'])}</ui-state>`
    })
  }

  #figures(result: Figures, instrument: Instrument) {
    const two = (value: number | null) => (value === null ? '–' : numberText(value, lang(), 2))
    const n = (count: number) => numberText(count, lang())
    const { range, places, together } = result
    const fact = (name: string, value: string) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`
    return html`<dl>
        ${fact(t(words.index), two(result.index))} ${fact(t(words.perception), two(result.perception))}
        ${result.mutu === null ? nothing : fact(t(words.mutu), result.mutu)}
        ${
          range === null
            ? nothing
            : fact(t(words.range), t(words['range.value'], { low: two(range.low), high: two(range.high) }))
        }
        ${fact(t(words['q.n']), n(result.n))}
      </dl>
      ${result.index === null ? html`<p class="note">${t(words.incomplete)}</p>` : nothing}
      <div class="wide" tabindex="0" role="region" aria-label=${t(words.result)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t(words['q.question'])}</th>
              <th scope="col">${t(words['q.n'])}</th>
              <th scope="col">${t(words['q.mean'], { steps: instrument.steps })}</th>
              <th scope="col">${t(words['q.value'])}</th>
            </tr>
          </thead>
          <tbody>
            ${result.questions.map(q => {
              const asked = instrument.questions.find(({ key }) => key === q.key)
              return html`<tr>
                <th scope="row">${asked ? inLang(asked.name, lang()) : q.key}</th>
                <td>${n(q.n)}</td>
                <td>${two(q.mean)}</td>
                <td>${two(q.value)}</td>
              </tr>`
            })}
          </tbody>
        </table>
      </div>
      ${this.programme.places.length === 0 ? nothing : this.#places(places, two, n)}
      ${together ? html`<p class="note">${t(words.together, { n: n(together) })}</p>` : nothing}`
  }

  #places(places: Figures['places'], two: (value: number | null) => string, n: (count: number) => string) {
    if (places.length === 0) return html`<p class="note">${t(words['place.none'])}</p>`
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t(words.place)}</th>
          <th scope="col">${t(words['q.n'])}</th>
          <th scope="col">${t(words.index)}</th>
        </tr>
      </thead>
      <tbody>
        ${places.map(
          one =>
            html`<tr>
              <th scope="row">${one.place}</th>
              <td>${n(one.n)}</td>
              <td>${two(one.index)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'programme-result': ProgrammeResult
  }
}
