import { html, type Markup } from '../../../../shared/ticket/markup.ts'

/** One question of a form: its name in the form, what is asked, and the labels of the marks from 1 on. */
export interface QuestionFields {
  readonly name: string
  readonly wording: string
  /** The wording that is the instrument, where another language stands in front of it. */
  readonly official?: string | undefined
  readonly answers: readonly string[]
  readonly chosen?: number | undefined
}

/** A question as a group of radio buttons, that a form sends without scripts; the value is the mark. */
export function questionFields({ name, wording, official, answers, chosen }: QuestionFields): Markup {
  return html`<fieldset class="slots">
    ${legendOf(wording, official)}
    ${answers.map(
      (answer, i) =>
        html`<label class="choice"
          ><input type="radio" name="${name}" value="${i + 1}" checked=${chosen === i + 1} /><span
            >${answer}</span
          ></label
        >`,
    )}
  </fieldset>`
}

/** What a question asks, above its answers. */
export function legendOf(wording: string, official?: string): Markup {
  return html`<legend>
    ${wording}${official !== undefined && html` <small class="why" lang="id">${official}</small>`}
  </legend>`
}

/** The mark that was chosen for a question; undefined for none, and for what is no mark of a scale of so many steps. */
export function markIn(text: string | undefined, steps: number): number | undefined {
  const mark = /^\d$/.test(text ?? '') ? Number(text) : 0
  return mark >= 1 && mark <= steps ? mark : undefined
}
