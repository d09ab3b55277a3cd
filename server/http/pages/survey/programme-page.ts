import type { Lang } from '../../../../shared/kit/words.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import { inLang } from '../../../../shared/survey/instrument/instrument.ts'
import type { Marks } from '../../../../shared/survey/instrument/score.ts'
import { dateYearText } from '../../../../shared/text/period.ts'
import { programmePageText as words } from '../../../../shared/text/programme-page.ts'
import { say } from '../../../../shared/text/text.ts'
import { ticketPagesText } from '../../../../shared/text/ticket-pages.ts'
import { html, type Gap, type Markup } from '../../../../shared/ticket/markup.ts'
import type { OpenedProgramme } from '../../../services/instruments/programmes.ts'
import { framed, type PageAssets } from '../frame.ts'
import { questionFields } from './question-fields.ts'

/** What the page of a programme is made of besides itself. */
export interface ProgrammeAsk {
  readonly lang: Lang
  readonly path: string
  /** Of this drawing of the form: sent twice, it counts once. */
  readonly key: string
  readonly assets: PageAssets
  readonly demo: boolean
  /** Whoever is at work here sees the form and sends nothing. */
  readonly mayAnswer: boolean
  readonly thanks?: boolean
  /** What was chosen and not kept, because it was nothing. */
  readonly empty?: { readonly marks: Marks; readonly place: string | null }
}

/** The survey of a programme for everybody who has its link: the form, or why there is none. Complete without scripts. */
export function programmePage(
  { programme, instrument, state }: OpenedProgramme,
  office: OfficeInfo,
  ask: ProgrammeAsk,
): string {
  const { lang, assets, demo, thanks = false } = ask
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const day = (date: string) => dateYearText(date, lang)
  const name = inLang(programme.name, lang)
  const about = inLang(programme.about, lang)
  const running = state === 'running'
  const said: readonly [string, string] | undefined = thanks
    ? [w('thanks'), w('thanks.what', { date: day(programme.to) })]
    : state === 'coming'
      ? [w('coming', { date: day(programme.from) }), w('coming.what')]
      : state === 'closed'
        ? [w('closed'), w('closed.what')]
        : undefined
  const dock: Gap = said
    ? thanks && running
      ? html`<a class="button" href="${ask.path}?lang=${lang}">${w('another')}</a>`
      : html`<a class="button" href="/?lang=${lang}">${w('home')}</a>`
    : ask.mayAnswer && html`<button class="button primary" form="sheet">${w('send')}</button>`
  return framed({
    lang,
    title: name,
    assets: { styles: assets.styles },
    face: 'booking',
    office: office.name,
    look: office,
    demo,
    body: html`<main>
        <h1>${name}</h1>
        ${
          said
            ? html`<p role="status"><b>${said[0]}</b></p>
                <p>${said[1]}</p>`
            : html`${about && html`<p>${about}</p>`}
                <p class="soft">
                  ${w('lead', { n: String(instrument.questions.length) })} ${w('until', { date: day(programme.to) })}.
                </p>
                ${!ask.mayAnswer && html`<p class="banner">${w('staff')}</p>`}
                ${formPart(programme.places, instrument, ask)}`
        }
      </main>
      ${dock && html`<section class="dock" aria-label="${say(ticketPagesText['page.actions'], lang)}">${dock}</section>`}`,
  })
}

function formPart(
  places: readonly string[],
  { questions }: OpenedProgramme['instrument'],
  { lang, path, key, empty }: ProgrammeAsk,
): Markup {
  const w = (one: keyof typeof words) => say(words[one], lang)
  return html`<form id="sheet" method="post" action="${path}?lang=${lang}" autocomplete="off">
    <input type="hidden" name="key" value="${key}" />
    ${empty && html`<p class="wrong" role="alert">${w('empty')}</p>`}
    ${questions.map(({ key: of, wording, answers }, i) =>
      questionFields({
        name: `q-${of}`,
        wording: `${i + 1}. ${inLang(wording, lang)}`,
        answers: answers.map(answer => inLang(answer, lang)),
        chosen: empty?.marks[of],
      }),
    )}
    ${
      places.length > 0 &&
      html`<div class="field">
        <label for="place">${w('place')}</label
        ><select id="place" name="place">
          <option value="">${w('place.none')}</option>
          ${places.map(one => html`<option value="${one}" selected=${empty?.place === one}>${one}</option>`)}
        </select>
      </div>`
    }
  </form>`
}
