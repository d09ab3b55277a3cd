/** Fields that stay while a form is filled; the NIK is never kept in a browser. */
const KEPT = ['name', 'phone', 'channel'] as const

/**
 * What was typed so far. It lies in the storage of this tab: it survives a reload and a phone short of memory, and ends with
 * the tab, so that a shared computer holds nothing.
 */
export interface Draft {
  /** Puts back what is missing; whether anything was. */
  restore(): boolean
  keep(): void
  /** Whether there is one: nothing was kept before the first sign, nor once the form was sent. */
  kept(): boolean
  clear(): void
}

export function draftOf(form: HTMLFormElement, store: Storage): Draft {
  const name = `tanggap/${form.dataset['of'] ?? ''}`
  const field = (key: string) => form.elements.namedItem(key) as HTMLInputElement | HTMLSelectElement | null
  return {
    restore() {
      let found = false
      for (const [key, value] of Object.entries(read(store, name))) {
        const input = field(key)
        if (!input || input.value !== '' || typeof value !== 'string' || value === '') continue
        input.value = value
        found = true
      }
      return found
    },
    keep() {
      const typed = Object.fromEntries(KEPT.map(key => [key, field(key)?.value ?? '']))
      try {
        store.setItem(name, JSON.stringify(typed))
      } catch {
        return // A full or forbidden storage costs only the comfort.
      }
    },
    kept: () => has(store, name),
    clear() {
      try {
        store.removeItem(name)
      } catch {
        return
      }
    },
  }
}

function has(store: Storage, name: string): boolean {
  try {
    return store.getItem(name) !== null
  } catch {
    return false
  }
}

function read(store: Storage, name: string): Record<string, unknown> {
  try {
    const kept = JSON.parse(store.getItem(name) ?? '{}') as Record<string, unknown>
    return Object.fromEntries(KEPT.map(key => [key, kept[key]]))
  } catch {
    return {}
  }
}
