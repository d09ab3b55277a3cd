import { atClock } from '../../../../shared/kit/time.ts'
import type { Lang, Words } from '../../../../shared/kit/words.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { isUnsur } from '../../../../shared/survey/asked.ts'
import { ANNEX_ORDER, FREE_SERVICE_SCORE, QUESTIONS } from '../../../../shared/survey/instruments.ts'
import { RATINGS, REASONS } from '../../../../shared/survey/rating.ts'
import { surveyFormText } from '../../../../shared/text/survey-form.ts'
import { surveyText as words } from '../../../../shared/text/survey.ts'
import { say } from '../../../../shared/text/text.ts'
import { dateText, timeText } from '../../../../shared/text/ui.ts'
import { html, type Gap, type Markup } from '../../../../shared/ticket/markup.ts'
import type { Surveys } from '../../../services/survey/surveys.ts'
import type { Fields } from '../booking/way.ts'
import { framed, type PageAssets } from '../frame.ts'
import { profilePart, questionsPart, suggestionPart, type SheetQuestion } from './sheet.ts'

/** Letters of a suggestion. */
export const MOST_LETTERS = 1000

export type Survey = Awaited<ReturnType<Surveys['view']>>

/** What the pages of one survey without scripts are made of. */
export interface FormAsk {
  readonly survey: Survey
  readonly look: Pick<OfficeInfo, 'accent' | 'logo'>
  readonly lang: Lang
  /** Address of the survey: `/s/<token>`. */
  readonly base: string
  readonly assets: PageAssets
  /** Id of the act that a form of this page sends, made with the form. */
  readonly key: string
}

/** The four marks, each a button: one tap is a complete answer. */
export function ratePage(ask: FormAsk): string {
  const { survey, lang, base, key } = ask
  const date = dateText(atClock(survey.date, '12:00', 'WIB'), 'WIB', lang)
  return page(
    ask,
    words['rate.title'],
    html`<p class="soft">${say(words['rate.visit'], lang, { service: say(survey.service.name, lang), date })}</p>
      <p class="soft">${say(words['rate.how'], lang)}</p>
      <form
        method="post"
        action="${base}/formulir/nilai?lang=${lang}"
        class="rows"
        aria-label="${say(surveyFormText.rate, lang)}"
      >
        <input type="hidden" name="key" value="${key}" />
        ${[...RATINGS]
          .reverse()
          .map(
            ({ value, words: mark }) =>
              html`<button class="button" name="rating" value="${value}">${say(mark, lang)}</button>`,
          )}
      </form>
      <p class="why">${say(words['rate.anonymous'], lang)}</p>
      <p class="why">
        ${say(words['rate.voluntary'], lang)}
        ${say(words['rate.until'], lang, { day: dateText(survey.until, survey.zone, lang), time: timeText(survey.until, survey.zone, lang) })}
      </p>`,
    { other: `${base}/formulir?` },
  )
}

/** What may have lacked, after a low mark that is kept already. */
export function reasonsPage(
  ask: FormAsk,
  given: { readonly rating: number; readonly key: string; readonly change: string },
): string {
  const { lang, base, key } = ask
  const hidden = { key, rating: String(given.rating), before: given.key, change: given.change }
  return page(
    ask,
    words['reasons.title'],
    html`<p>
        ${say(words['reasons.given'], lang, { mark: say(RATINGS[given.rating - 1]!.words, lang) })}.
        ${say(surveyFormText.reasonsSafe, lang)}
      </p>
      <p class="soft">${say(words['reasons.skip'], lang)}</p>
      <form id="reasons" method="post" action="${base}/formulir/alasan?lang=${lang}" class="rows">
        ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${REASONS.map(
          reason =>
            html`<label class="choice"
              ><input type="checkbox" name="reason" value="${reason.key}" /><span
                >${say(reason.words, lang)}</span
              ></label
            >`,
        )}
      </form>`,
    {
      other: `${base}/formulir?`,
      dock: html`<button class="button primary" form="reasons">${say(words['reasons.send'], lang)}</button>`,
    },
  )
}

/** The answer has arrived: what may follow. */
export function thanksPage(ask: FormAsk, after: { readonly complain: boolean; readonly late: boolean }): string {
  const { survey, lang, base } = ask
  const more = survey.state === 'rated' && survey.questions
  const complaint = survey.complained ? words['thanks.complained'] : after.complain && words['thanks.complain']
  return page(
    ask,
    words['thanks.title'],
    html`${after.late && html`<p role="status">${say(surveyFormText.reasonsLate, lang)}</p>`}
      <p>${say(words[more ? 'thanks.more' : 'thanks.done'], lang)}</p>
      ${complaint && html`<p><a href="${base}/keluhan?lang=${lang}">${say(complaint, lang)}</a></p>`}`,
    { other: `${base}/formulir?${after.complain ? 'keluhan=1&' : ''}`, dock: more && onward(ask) },
  )
}

/** The nine questions, a suggestion and last who answers; with what was filled in, and why it was not sent. */
export function skmPage(ask: FormAsk, given: Fields = {}, wrong?: 'empty' | 'long'): string {
  const { survey, lang, base, key } = ask
  const long = wrong === 'long' && say(surveyFormText.long, lang, { most: MOST_LETTERS })
  const empty = html`<div class="note bad" role="alert"><p>${say(words['skm.empty'], lang)}</p></div>`
  return page(
    ask,
    words['skm.title'],
    html`<p class="soft">${say(words['skm.how'], lang)}</p>
      ${wrong === 'empty' && empty}
      <form id="skm" method="post" action="${base}/formulir/skm?lang=${lang}" autocomplete="off">
        <input type="hidden" name="key" value="${key}" />
        ${questionsPart(skmQuestions(survey), given, lang)}
        ${suggestionPart(given['suggestion']?.[0] ?? '', MOST_LETTERS, long, lang)} ${profilePart(given, lang)}
      </form>`,
    {
      other: `${base}/formulir/skm?`,
      dock: html`<button class="button primary" form="skm">${say(words['skm.send'], lang)}</button>`,
      before: wrong && say(surveyFormText.missing, lang),
    },
  )
}

/** Nothing can be answered here: what is the matter. */
export function closedPage(ask: FormAsk, state: 'used' | 'expired'): string {
  const { lang, survey, base } = ask
  return page(
    ask,
    words[`state.${state}`],
    html`<p>${say(words[`state.${state}What`], lang)}</p>
      ${survey.complained && html`<p><a href="${base}/keluhan?lang=${lang}">${say(words['thanks.complained'], lang)}</a></p>`}`,
    {
      other: `${base}/formulir?`,
      dock: state === 'used' && survey.state === 'rated' && survey.questions && onward(ask),
    },
  )
}

function onward({ base, lang }: FormAsk): Markup {
  return html`<a class="button primary" href="${base}/formulir/skm?lang=${lang}">${say(words['thanks.skm'], lang)}</a>`
}

/** The field of a further unsur; a key of an office is no name of another field. */
export const extraField = (key: string) => `u-${key}`

function skmQuestions({ free, asked }: Survey): readonly SheetQuestion[] {
  return (asked?.order ?? ANNEX_ORDER).flatMap((key): readonly SheetQuestion[] => {
    if (!isUnsur(key)) {
      const own = asked?.extra.find(one => one.key === key)
      return own ? [{ name: extraField(key), question: own.question, answers: own.answers }] : []
    }
    const { question, answers } = QUESTIONS[key]
    const fixed =
      free && key === 'biaya' ? { answer: answers[FREE_SERVICE_SCORE - 1]!, why: words['skm.free'] } : undefined
    return [{ name: key, question, answers, fixed }]
  })
}

interface Around {
  readonly dock?: Gap
  /** What stands before the title: that something is the matter. */
  readonly before?: string | false | undefined
  /** Address of this page in the other language, without its `lang`. */
  readonly other: string
}

function page(ask: FormAsk, title: Words, main: Markup, { dock, before, other }: Around): string {
  const { survey, look, lang, assets } = ask
  const heading = say(title, lang)
  return framed({
    lang,
    title: `${before ? `${before}: ` : ''}${heading}`,
    assets: { styles: assets.styles },
    face: 'booking',
    office: survey.office.name,
    look,
    demo: survey.demo,
    today: survey.today,
    other,
    body: html`<main>
        <h1>${heading}</h1>
        ${main}
      </main>
      ${dock && html`<section class="dock" aria-label="${say(words['page.actions'], lang)}">${dock}</section>`}`,
  })
}
