import { describe, expect, it } from 'vitest'
import { step, REST } from '../../kiosk/parts/flow.ts'

const low = step(REST, { do: 'low', on: true })
const asked = step(low, { do: 'choose', serviceId: 'ktp-el' })
const page = (flow: typeof REST) => (flow.page.name === 'requirements' ? flow.page : undefined)

describe('the accessible mode of the kiosk', () => {
  it('asks what has happened, turns its sheets, and comes back to the question from the papers [B22]', () => {
    expect(page(asked)).toMatchObject({ case: null, sheet: 0 })
    expect(page(step(asked, { do: 'turn', sheet: 1 }))).toMatchObject({ case: null, sheet: 1 })
    const answered = step(asked, { do: 'case', id: 'hilang' })
    expect(page(answered)).toMatchObject({ case: 'hilang' })
    expect(page(step(answered, { do: 'back' }))).toMatchObject({ serviceId: 'ktp-el', case: null })
    expect(step(asked, { do: 'back' }).page.name).toBe('home')
  })
})
