import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Instrument } from '../../../shared/survey/instrument/instrument.ts'
import { instrumentsText as words } from '../../../shared/text/instruments.ts'
import { dateYearText } from '../../../shared/text/period.ts'
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
import './programmes-pane.ts'

const READ = 'GET /api/offices/:office/instruments'
const SAVE = 'POST /api/offices/:office/instruments/:instrument'
/** Address of the page; behind it the programmes, or the questionnaire that is changed. */
const HERE = '#/instrumen'
const PROGRAMMES = 'program'
/** A questionnaire that is not saved yet. */
const EMPTY: Instrument = { name: ['', ''], steps: 4, questions: [] }
type View = Reply<typeof READ>
type Listed = View['instruments'][number]

/** Questionnaires in their versions with an editor, and the surveys of programmes. */
@customElement('instruments-page')
export class InstrumentsPage extends LitElement {
  static override styles = [baseStyles, paneStyles, instrumentStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  @property() path = ''
  /** What is being written, of which questionnaire. */
  @state() private draft: { readonly of: string; readonly instrument: Instrument } | undefined
  @state() private saved: number | undefined
  #round = 0
  readonly #read = new Fetched<View>(this)
  readonly #act = actOf(() => this.requestUpdate())
  readonly #kept = new KeptForm(this, {
    form: () => `instrument ${this.path}`,
    read: () => (this.draft?.of === this.path ? { draft: JSON.stringify(this.draft.instrument) } : undefined),
    write: kept => {
      const instrument = parsed(kept['draft'])
      if (instrument) this.draft = { of: this.path, instrument }
    },
  })

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#read.want(`${this.#round}`, () => ask(READ, { params: { office: this.office.id } }))
  }

  protected override render() {
    const programmes = this.path === PROGRAMMES
    const link = (to: string, name: string, here: boolean) =>
      html`<a href=${to} aria-current=${here ? 'page' : nothing}>${name}</a>`
    return html`<h1>${t(words.title)}</h1>
      <nav aria-label=${t(words.tabs)}>
        ${link(HERE, t(words['tab.instruments']), !programmes)}
        ${link(`${HERE}/${PROGRAMMES}`, t(words['tab.programmes']), programmes)}
      </nav>
      ${whenRead(this.#read, ({ instruments }) =>
        programmes
          ? html`<programmes-pane
              .office=${this.office}
              .live=${this.live}
              .instruments=${instruments}
            ></programmes-pane>`
          : this.path === ''
            ? this.#list(instruments)
            : this.#editor(instruments),
      )}`
  }

  #list(all: readonly Listed[]) {
    return html`<p class="soft">${t(words.lead)}</p>
      <ul class="cards list">
        ${all.map(one => html`<li class="pane">${this.#card(one)}</li>`)}
      </ul>
      <ui-button @click=${() => this.#begin(EMPTY)}>${t(words.new)}</ui-button>`
  }

  #card({ id, official, version, versions, instrument }: Listed) {
    const name = nameOf(instrument)
    const { questions, steps } = instrument
    return html`<h2>${name}</h2>
      <p>
        <ui-tag>${t(words[official ? 'official' : 'own'])}</ui-tag>
        <ui-tag>${version === 0 ? t(words['version.none']) : t(words.version, { n: version })}</ui-tag>
      </p>
      <p class="note">${t(words.shape, { n: questions.length, steps })}</p>
      ${
        versions.length > 0
          ? html`<details>
              <summary aria-label=${t(words['versions.label'], { name })}>${t(words.versions)}</summary>
              <ul>
                ${versions.map(({ version: n, savedAt, savedBy }) => {
                  const date = dateYearText(officeDate(savedAt, this.office.zone), lang())
                  return html`<li>${t(words['version.saved'], { n, date, name: savedBy })}</li>`
                })}
              </ul>
            </details>`
          : nothing
      }
      <div class="acts">
        <a href="${HERE}/${id}" aria-label=${t(words['edit.label'], { name })}>${t(words.edit)}</a>
        <ui-button
          size="s"
          variant="plain"
          label=${t(words['copy.label'], { name })}
          @click=${() => this.#begin(copyOf(instrument))}
          >${t(words.copy)}</ui-button
        >
      </div>`
  }

  #editor(all: readonly Listed[]) {
    const known = all.find(({ id }) => id === this.path)
    const draft = this.draft?.of === this.path ? this.draft.instrument : undefined
    const instrument = draft ?? known?.instrument
    const back = html`<p><a href=${HERE}>${t(words.back)}</a></p>`
    if (!instrument) return html`${back}<ui-state kind="empty" heading=${t(words.gone)}></ui-state>`
    return html`${back}
      <h2>${nameOf(instrument) || t(words.new)}</h2>
      ${this.#kept.note(() => {
        this.draft = undefined
        this.#kept.drop()
      })}
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <instrument-editor
        of=${this.path}
        version=${known?.version ?? 0}
        .saved=${this.saved}
        .instrument=${instrument}
        ?same=${JSON.stringify(instrument) === JSON.stringify(known?.instrument)}
        ?busy=${this.#act.busy()}
        @change=${(e: CustomEvent<Instrument>) => this.#write(e)}
        @save=${() => void this.#save(this.path, instrument, known?.version ?? 0)}
      ></instrument-editor>`
  }

  #write(e: CustomEvent<Instrument>): void {
    this.saved = undefined
    this.draft = { of: this.path, instrument: e.detail }
  }

  /** Opens the form of a new questionnaire. */
  #begin(instrument: Instrument): void {
    const of = newKey().slice(0, 36)
    this.draft = { of, instrument }
    this.saved = undefined
    location.hash = `${HERE}/${of}`
  }

  async #save(of: string, instrument: Instrument, version: number): Promise<void> {
    this.saved = undefined
    const params = { office: this.office.id, instrument: of }
    const input = { params, query: undefined, body: { instrument: sendable(instrument), version } }
    const done = await this.#act.run({ of, instrument, version }, key => ask(SAVE, input, key))
    // Also after a refusal: somebody else may have been first.
    this.#round += 1
    if (done) {
      this.saved = done.version
      this.draft = undefined
      this.#kept.drop()
    }
    this.requestUpdate()
  }
}

/** An instrument as the contract takes it. */
function sendable({ name, steps, questions }: Instrument) {
  const pair = ([id, en]: Instrument['name']): [string, string] => [id, en]
  return {
    ...{ name: pair(name), steps },
    questions: questions.map(q => ({
      ...{ key: q.key, name: pair(q.name), wording: pair(q.wording), weight: q.weight },
      answers: q.answers.map(pair),
    })),
  }
}

/** The same questions under another name, all of them the office's own. */
function copyOf(instrument: Instrument): Instrument {
  const [id, en] = instrument.name
  const [ofId, ofEn] = words['copy.of']
  return { ...instrument, name: [ofId.replace('{name}', id), en && ofEn.replace('{name}', en)] }
}

function parsed(text: string | undefined): Instrument | undefined {
  try {
    const read = JSON.parse(text ?? 'null') as Partial<Instrument> | null
    return Array.isArray(read?.name) && Array.isArray(read.questions) ? (read as Instrument) : undefined
  } catch {
    return undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'instruments-page': InstrumentsPage
  }
}
