import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { CONTEST_DAYS, type Excluded } from '../../shared/officer/contest/contest.ts'
import type { ToldVersion } from '../../shared/officer/score/told.ts'
import {
  contestCauseText,
  contestOutcomeText,
  contestStateText,
  contestText as words,
  partOfDayText,
} from '../../shared/text/contest.ts'
import { numberText } from '../../shared/text/text.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-tag.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { factsStyles, paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { versionsPane, versionsStyles } from '../score/score-versions.ts'
import './contest-decide.ts'
import './contest-more.ts'
import { contestStyles } from './contest-styles.ts'
import { daySays, periodSays } from './contest-words.ts'

type Contest = Reply<'GET /api/me/contests/:contest'>['contest']

/**
 * One objection as its officer, the assessor and whoever decides see it; before the decision no new figure, for nobody. Raises
 * `changed`, and so does the form of a decision in it.
 */
@customElement('contest-view')
export class ContestView extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, factsStyles, contestStyles, versionsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) contest!: Contest
  /** Who is signed in. */
  @property() reader = ''
  readonly #act = actOf(() => this.requestUpdate())
  readonly #versions = new Fetched<readonly ToldVersion[]>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { id, decision } = this.contest
    const params = { contest: id }
    const read = async () => (await ask('GET /api/me/contests/:contest', { params })).versions
    if (decision) this.#versions.want(`${id} ${decision.at}`, read, true)
  }

  protected override render() {
    const { contest } = this
    const period = periodSays(contest.period)
    const title =
      contest.officer.id === this.reader
        ? t(words['of.period'], { period })
        : t(words['of.officer'], { name: contest.officer.name, period })
    return html`<header>
        <h1>${title}</h1>
        <p class="soft">
          <ui-tag>${t(contestStateText[contest.state])}</ui-tag>
          ${this.#until()}
        </p>
      </header>
      ${this.#late()}
      <div class="two">
        <div class="stack">
          ${this.#asked()} ${contest.decision ? this.#both() : contest.withdrawnAt === null ? this.#remain() : nothing}
        </div>
        <div class="stack">
          ${contest.may.answer ? this.#answerForm() : nothing}
          ${contest.decision ? this.#decided(contest.decision) : contest.may.decide ? html`<contest-decide .office=${this.office} .contest=${contest}></contest-decide>` : this.#who()}
          ${this.#voices()} ${contest.may.add ? html`<contest-more .contest=${contest}></contest-more>` : nothing}
        </div>
      </div>`
  }

  #until() {
    const { decision, withdrawnAt, until } = this.contest
    if (withdrawnAt !== null) return t(words['withdraw.at'], { at: this.#when(withdrawnAt) })
    return decision ? nothing : t(words['decide.until'], { date: daySays(until.decide) })
  }

  #when(at: number): string {
    const { zone } = this.office
    return `${dateText(at, zone, lang())} ${timeText(at, zone, lang())}`
  }

  #late() {
    const { lateDays, until, state: now } = this.contest
    if (lateDays === 0) return nothing
    return html`<ui-banner
      ><b>${t(words.late, { days: lateDays })}</b> ${t(words['late.why'])}
      ${now === 'overdue' && lateDays < CONTEST_DAYS.raise ? t(words['late.raise'], { date: daySays(until.raise) }) : nothing}</ui-banner
    >`
  }

  #asked() {
    const { causes, excluded, evidence, added } = this.contest
    return html`<section class="pane" aria-labelledby="asked">
      <h2 id="asked">${t(words['asked.title'])}</h2>
      <ul class="plain">
        ${causes.map(cause => html`<li>${t(contestCauseText[cause])}</li>`)}
      </ul>
      ${this.#meant(excluded)}
      ${
        evidence.length + added.length === 0
          ? nothing
          : html`<h3>${t(words['evidence.title'])}</h3>
              <ul class="plain">
                ${evidence.map(one => html`<li>${linked(one)}</li>`)}
                ${added.map(({ line, at }) => html`<li>${linked(line)} <span class="note">${t(words['evidence.added'], { at: this.#when(at) })}</span></li>`)}
              </ul>`
      }
    </section>`
  }

  #meant({ from, to, hours, counters }: Excluded) {
    const name = (id: string) => this.office.counters.find(c => c.id === id)?.name ?? id
    return html`<dl>
      <dt>${t(words.from)}</dt>
      <dd>${daySays(from)}</dd>
      <dt>${t(words.to)}</dt>
      <dd>${daySays(to)}</dd>
      <dd>${hours.length === 0 ? t(words['day.all']) : hours.map(h => t(partOfDayText[h])).join(', ')}</dd>
      <dd>${counters.length === 0 ? t(words['counter.own']) : counters.map(name).join(', ')}</dd>
    </dl>`
  }

  #remain() {
    const { n, meant, left, enough } = this.contest.effect
    const min = this.office.minRatings
    return html`<section class="pane" aria-labelledby="remain">
      <h2 id="remain">${t(words['remain.title'])}</h2>
      <p>
        <b class="big">${numberText(left, lang())}</b>${t(words.remain, { n: numberText(n, lang()) })}
        ${t(words[enough ? 'remain.enough' : 'remain.few'], { min })}
      </p>
      ${enough && meant > 0 ? html`<p class="soft">${t(words['remain.words'])}</p>` : nothing}
      <p class="soft">${t(words[meant === 0 ? 'remain.none' : 'remain.why'])}</p>
    </section>`
  }

  /** After the decision the versions beside each other, as far as they are open to the reader. */
  #both() {
    return whenRead(this.#versions, versions =>
      versions.length === 0
        ? html`<section class="pane"><p class="soft">${t(words['versions.closed'])}</p></section>`
        : versionsPane(versions, this.office),
    )
  }

  #voices() {
    const { officer, words: said, objectedAt, answer } = this.contest
    return html`<section class="pane voices" aria-labelledby="voices">
      <h2 id="voices">${t(words.voices)}</h2>
      ${this.#voice(officer.name, objectedAt, said)}
      ${answer ? this.#voice(t(words['voice.assessor'], { name: answer.by }), answer.at, answer.words) : nothing}
    </section>`
  }

  #voice(who: string, at: number, said: string) {
    return html`<p class="soft">${who} · ${this.#when(at)}</p>
      <p>${said}</p>`
  }

  #who() {
    const { decider, decidableFrom, answer, withdrawnAt } = this.contest
    if (withdrawnAt !== null) return nothing
    return html`<section class="pane" aria-labelledby="who">
      <h2 id="who">${t(words['decide.title'])}</h2>
      <p class="soft">${decider === null ? t(words['decide.nobody']) : t(words['decide.by'], { name: decider })}</p>
      ${answer ? nothing : html`<p class="soft">${t(words['decide.unheard'], { date: daySays(decidableFrom) })}</p>`}
    </section>`
  }

  #decided({ outcome, reasons, by, behalf, at, part }: NonNullable<Contest['decision']>) {
    const who = behalf === null ? by : t(words['decide.behalf'], { by, name: behalf })
    return html`<section class="pane voices" aria-labelledby="decided">
      <h2 id="decided">${t(words['decide.title'])}</h2>
      <p><ui-tag>${t(contestOutcomeText[outcome])}</ui-tag></p>
      ${part ? this.#meant(part) : nothing} ${this.#voice(who, at, reasons)}
      ${this.contest.effect.meant === 0 ? html`<p class="soft">${t(words['remain.none'])}</p>` : nothing}
    </section>`
  }

  #answerForm() {
    return html`<section class="pane" aria-labelledby="answer">
      <h2 id="answer">${t(words['answer.title'])}</h2>
      <p class="soft">${t(words['answer.until'], { date: daySays(this.contest.until.answer) })}</p>
      <form @submit=${this.#onAnswer}>
        ${this.#text('answer', t(words['answer.title']))} ${this.#failure()}
        <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}>${t(words['answer.send'])}</ui-button>
        <button type="submit" hidden></button>
      </form>
    </section>`
  }

  #text(name: string, label: string) {
    return html`<label class="field"
      ><span>${label}</span><textarea name=${name} rows="3" required maxlength="2000"></textarea>
    </label>`
  }

  #failure() {
    return html`<div role="alert">
      ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
    </div>`
  }

  readonly #onAnswer = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const body = { words: typedIn(event, 'answer') }
    const params = { contest: this.contest.id }
    const done = await this.#act.run(body, key => ask('POST /api/me/contests/:contest/answer', { params, body }, key))
    if (done) emit(this, 'changed', done.contest)
  }
}

/** An address of the web is followed in a window of its own, which is not told where it was followed from. */
function linked(line: string) {
  return /^https?:\/\/\S+$/.test(line)
    ? html`<a href=${line} target="_blank" rel="noopener noreferrer">${line}</a>`
    : line
}

function typedIn(event: SubmitEvent, name: string): string {
  const given = new FormData(event.currentTarget as HTMLFormElement).get(name) as string | null
  return (given ?? '').trim()
}

declare global {
  interface HTMLElementTagNameMap {
    'contest-view': ContestView
  }
}
