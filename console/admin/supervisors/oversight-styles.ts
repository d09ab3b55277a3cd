import { css } from 'lit'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { atClock } from '../../../shared/kit/time.ts'
import { oversightText as words } from '../../../shared/text/oversight.ts'
import { dateText } from '../../../shared/text/ui.ts'
import { lang, t } from '../../../shared/web/lang.ts'

/** What both panes have in common: a list of terms above the form that adds one. */
export const oversightStyles = css`
  .pane {
    display: grid;
    gap: 0.7rem;
  }
  .soft {
    color: var(--soft);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.45rem 0;
    border-bottom: 1px solid var(--line);
  }
  li small {
    display: block;
    color: var(--soft);
  }
  .field {
    min-width: 0;
  }
  .field :is(input, select) {
    width: 100%;
  }
  form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 0.6rem;
    align-items: end;
  }
`

/** From when to when, in words. */
export function termSays({ from, to }: { readonly from: LocalDate; readonly to: LocalDate | null }): string {
  return to === null
    ? t(words['term.open'], { from: dateSays(from) })
    : t(words.term, { from: dateSays(from), to: dateSays(to) })
}

/** A date with its year. */
export function dateSays(date: LocalDate): string {
  return `${dateText(atClock(date, '12:00', 'WIB'), 'WIB', lang())} ${date.slice(0, 4)}`
}

/** What was typed into a form, without blanks around it. */
export function typedIn(form: HTMLFormElement): (name: string) => string {
  const given = new FormData(form)
  return name => ((given.get(name) as string | null) ?? '').trim()
}
