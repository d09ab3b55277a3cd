import { describe, expect, it } from 'vitest'
import { foreseenLines } from '../../scripts/office/lines.ts'

describe('what an office file does, in the lines of its command', () => {
  const lines = (told: number) =>
    foreseenLines(
      {
        ...{ office: 'samarinda', isNew: false, differences: [], consequences: [] },
        ...{ booked: 3, told, touches: 3, renewed: 0, invited: [] },
      },
      id => id,
    )

  it('says how many of those who lose their time get a message, and none where nothing carries one', () => {
    expect(lines(2)).toEqual([
      '! 3 reservasi kehilangan waktunya; 2 dikabari lewat pesan (bookings lose their time; 2 told by a message)',
    ])
    expect(lines(0)[0]).toContain('0 dikabari lewat pesan')
  })
})
