import { css } from 'lit'

/** An id of a new role that no other one has. */
export function newRoleId(): string {
  return `peran-${crypto.randomUUID().slice(0, 8)}`
}

export const rolesStyles = css`
  ul {
    display: grid;
    gap: 0.75rem;
    margin: 0.6rem 0 0;
    padding: 0;
    list-style: none;
  }
  li + li {
    padding-top: 0.75rem;
    border-top: 1px solid var(--line);
  }
  h3 {
    font-size: 1rem;
  }
  .head,
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.3rem 0.75rem;
  }
  .acts {
    align-items: center;
    margin-top: 0.5rem;
  }
  .rights {
    color: var(--soft);
    font-size: 0.9rem;
  }
  form {
    display: grid;
    gap: 0.75rem;
    margin-top: 0.6rem;
  }
  .names {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    gap: 0.75rem;
  }
  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr));
    gap: 0.1rem 1rem;
    padding: 0.4rem 0.8rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  fieldset .note {
    grid-column: 1 / -1;
  }
  .right {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-height: var(--target);
  }
  .right input {
    flex: none;
    width: 1.2rem;
    min-height: 1.2rem;
    accent-color: var(--brand);
  }
`
