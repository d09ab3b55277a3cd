import type { Lang, Words } from '../../../../shared/kit/words.ts'
import {
  NOT_FILLED_IN,
  PROFILE,
  PROFILE_KEYS,
  valuesOf,
  type Profile,
} from '../../../../shared/survey/profile/profile.ts'
import { surveyText as words } from '../../../../shared/text/survey.ts'
import { say } from '../../../../shared/text/text.ts'
import { html, type Gap, type Markup } from '../../../../shared/ticket/markup.ts'
import type { Fields } from '../booking/way.ts'
import { legendOf, markIn, questionFields } from './question-fields.ts'

/** One question of a questionnaire as a form asks it. */
export interface SheetQuestion {
  /** Name of its field. */
  readonly name: string
  readonly question: Words
  /** The labels of the marks from 1 on. */
  readonly answers: readonly Words[]
  /** Its answer is certain and is told, not asked. */
  readonly fixed?: { readonly answer: Words; readonly why: Words } | undefined
}

/** Numbered questions as groups of buttons, each of which may stay empty; what was filled in stays. */
export function questionsPart(questions: readonly SheetQuestion[], given: Fields, lang: Lang): Markup {
  return html`${questions.map(({ name, question, answers, fixed }, place) => {
    const wording = `${place + 1}. ${say(question, lang)}`
    // The Indonesian wording is the instrument; a translation only helps, so both are shown.
    const official = lang === 'en' ? question[0] : undefined
    if (fixed)
      return html`<fieldset class="slots">
        ${legendOf(wording, official)}
        <p><b>${say(fixed.answer, lang)}</b></p>
        <p class="why">${say(fixed.why, lang)}</p>
      </fieldset>`
    const labels = answers.map(answer => say(answer, lang))
    return questionFields({ name, wording, official, answers: labels, chosen: markIn(given[name]?.[0], labels.length) })
  })}`
}

/** Who answers, each item from its closed list and left out at will. */
export function profilePart(given: Fields, lang: Lang): Markup {
  return html`<fieldset class="slots" aria-describedby="about-why">
    <legend>${say(words['skm.about'], lang)}</legend>
    <p class="why" id="about-why">${say(words['skm.aboutWhy'], lang)}</p>
    ${PROFILE_KEYS.map(key => {
      const answers: Readonly<Record<string, Words>> = PROFILE[key].answers
      const told = given[key]?.[0]
      return html`<div class="field">
        <label for="${key}">${say(PROFILE[key].question, lang)}</label
        ><select id="${key}" name="${key}">
          <option value="">${say(NOT_FILLED_IN, lang)}</option>
          ${valuesOf(key).map(
            value => html`<option value="${value}" selected=${told === value}>${say(answers[value]!, lang)}</option>`,
          )}
        </select>
      </div>`
    })}
  </fieldset>`
}

/** The profile that a form brings; what is in no list was not filled in. */
export function profileIn(given: Fields): Profile {
  const told = PROFILE_KEYS.flatMap(key => {
    const value = given[key]?.[0]
    return value !== undefined && (valuesOf(key) as readonly string[]).includes(value) ? [[key, value] as const] : []
  })
  return Object.fromEntries(told) as Profile
}

/** A field for a suggestion. */
export function suggestionPart(given: string, most: number, wrong: Gap, lang: Lang): Markup {
  return html`<div class="field">
    <label for="suggestion">${say(words['skm.suggestion'], lang)}</label
    ><textarea
      id="suggestion"
      name="suggestion"
      rows="4"
      maxlength="${most}"
      aria-describedby="${wrong ? 'suggestion-wrong suggestion-why' : 'suggestion-why'}"
      aria-invalid=${wrong ? 'true' : false}
    >
${given}</textarea>
    <p class="why" id="suggestion-why">${say(words['skm.private'], lang)}</p>
    ${wrong && html`<p class="wrong" id="suggestion-wrong" role="alert">${wrong}</p>`}
  </div>`
}
