import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Words } from '../../../shared/kit/words.ts'
import { adminPapersText as words } from '../../../shared/text/admin-papers.ts'
import { t } from '../../../shared/web/lang.ts'
import './remove-button.ts'
import {
  casesWith,
  MOST_CASES,
  MOST_PAPERS,
  movedDown,
  movedUp,
  ticked,
  withCase,
  withoutPaper,
  withPaper,
  type DraftAsking,
  type DraftCase,
  type DraftPaper,
} from './draft-asking.ts'

/** Papers and cases of one service, as they are typed. */
export interface AskingForm {
  readonly draft: DraftAsking
  /** A line of the settings page; `name` is that of its problem, `paper.kk.name`. */
  readonly line: (field: Line) => unknown
  /** What is wrong with the lines of a name. */
  readonly problem: (name: string) => unknown
  readonly set: (draft: DraftAsking) => void
}

interface Line {
  readonly name: string
  readonly label: string
  /** With what it belongs to, for whoever hears it alone. */
  readonly say: string
  readonly value: string
  readonly set: (value: string) => void
}

/** The papers that a service may ask for, and its cases, each with the papers that are asked for in it. */
export function askingFields(form: AskingForm) {
  const { draft, set } = form
  return html`<div class="pair top asking">
    <section class="stack" aria-label=${t(words.papers)}>
      <div>
        <h3>${t(words.papers)}</h3>
        <p class="note">${t(words['papers.note'])}</p>
      </div>
      ${repeat(
        draft.papers,
        p => p.id,
        (p, i) => paperFields(form, p, i),
      )}
      <ui-button size="s" ?disabled=${draft.papers.length >= MOST_PAPERS} @click=${() => set(withPaper(draft, newId()))}
        >${t(words['paper.add'])}</ui-button
      >
    </section>
    <section class="stack" aria-label=${t(words.cases)}>
      <div>
        <h3>${t(words.cases)}</h3>
        <p class="note">${t(words['cases.note'])}</p>
      </div>
      ${repeat(
        draft.cases,
        c => c.id,
        (c, i) => caseFields(form, c, i),
      )}
      <ui-button size="s" ?disabled=${draft.cases.length >= MOST_CASES} @click=${() => set(withCase(draft, newId()))}
        >${t(words['case.add'])}</ui-button
      >
    </section>
  </div>`
}

function paperFields(form: AskingForm, paper: DraftPaper, i: number) {
  const { draft, set } = form
  const change = (part: Partial<DraftPaper>) =>
    set({ ...draft, papers: draft.papers.map(p => (p.id === paper.id ? { ...p, ...part } : p)) })
  const label = paper.nameId.trim() || t(words['paper.new'])
  return html`<fieldset>
    <legend>${label}</legend>
    ${both(form, `paper.${paper.id}.name`, words.name, [paper.nameId, paper.nameEn], label, ([nameId, nameEn]) =>
      change({ nameId, nameEn }),
    )}
    ${both(form, `paper.${paper.id}.note`, words.note, [paper.noteId, paper.noteEn], label, ([noteId, noteEn]) =>
      change({ noteId, noteEn }),
    )}
    ${acts(label, i, {
      last: draft.papers.length - 1,
      usedIn: casesWith(draft, paper.id).map(one => one.labelId.trim() || t(words['case.new'])),
      up: () => set({ ...draft, papers: movedUp(draft.papers, paper.id) }),
      down: () => set({ ...draft, papers: movedDown(draft.papers, paper.id) }),
      remove: () => set(withoutPaper(draft, paper.id)),
    })}
  </fieldset>`
}

function caseFields(form: AskingForm, one: DraftCase, i: number) {
  const { draft, set } = form
  const changed = (next: DraftCase) => set({ ...draft, cases: draft.cases.map(c => (c.id === one.id ? next : c)) })
  const label = one.labelId.trim() || t(words['case.new'])
  const at = `case.${one.id}.`
  return html`<fieldset>
    <legend>${label}</legend>
    ${both(form, `${at}name`, words.name, [one.labelId, one.labelEn], label, ([labelId, labelEn]) =>
      changed({ ...one, labelId, labelEn }),
    )}
    ${both(form, `${at}detail`, words.detail, [one.detailId, one.detailEn], label, ([detailId, detailEn]) =>
      changed({ ...one, detailId, detailEn }),
    )}
    <div role="group" class="ticks" aria-label=${t(words['case.papers'], { case: label })}>
      <p class="note">${t(one.papers.length === 0 ? words['case.none'] : words['case.order'])}</p>
      ${repeat(
        draft.papers,
        p => p.id,
        p => tick(one, p, changed),
      )}
    </div>
    ${both(form, `${at}spare`, words.spare, [one.spareId, one.spareEn], label, ([spareId, spareEn]) =>
      changed({ ...one, spareId, spareEn }),
    )}
    ${acts(label, i, {
      last: draft.cases.length - 1,
      usedIn: [],
      up: () => set({ ...draft, cases: movedUp(draft.cases, one.id) }),
      down: () => set({ ...draft, cases: movedDown(draft.cases, one.id) }),
      remove: () => set({ ...draft, cases: draft.cases.filter(c => c.id !== one.id) }),
    })}
  </fieldset>`
}

function tick(one: DraftCase, paper: DraftPaper, changed: (next: DraftCase) => void) {
  const place = one.papers.indexOf(paper.id) + 1
  return html`<ui-choice
    ?checked=${place > 0}
    @change=${(e: CustomEvent<{ checked: boolean }>) => changed(ticked(one, paper.id, e.detail.checked))}
    ><span>${place > 0 ? `${place}. ` : nothing}${paper.nameId.trim() || t(words['paper.new'])}</span></ui-choice
  >`
}

/** The same in both languages, side by side, with what is wrong with either below. */
function both(
  form: AskingForm,
  name: string,
  label: Words,
  [id, en]: readonly [string, string],
  of: string,
  set: (words: readonly [string, string]) => void,
) {
  const line = (lang: 'lang.id' | 'lang.en', value: string, typed: (value: string) => void) => {
    const field = t(words[lang], { field: t(label) })
    return form.line({ name, label: field, say: `${of}: ${field}`, value, set: typed })
  }
  return html`<div>
    <div class="pair">
      ${line('lang.id', id, value => set([value, en]))} ${line('lang.en', en, value => set([id, value]))}
    </div>
    ${form.problem(name)}
  </div>`
}

interface Acts {
  readonly last: number
  /** Names of what goes without it too. */
  readonly usedIn: readonly string[]
  readonly up: () => void
  readonly down: () => void
  readonly remove: () => void
}

function acts(label: string, i: number, { last, usedIn, up, down, remove }: Acts) {
  return html`<div class="acts">
    <ui-button size="s" ?disabled=${i === 0} label=${t(words['up.label'], { name: label })} @click=${up}
      >${t(words.up)}</ui-button
    >
    <ui-button size="s" ?disabled=${i === last} label=${t(words['down.label'], { name: label })} @click=${down}
      >${t(words.down)}</ui-button
    >
    <remove-button name=${label} .usedIn=${usedIn} @remove=${remove}></remove-button>
  </div>`
}

/** Never one that was used before: what people hold under an old one stays theirs. */
function newId(): string {
  return crypto.randomUUID().slice(0, 13)
}
