import { describe, expect, it } from 'vitest'
import { countProfiles } from '../../shared/survey/profile/counted.ts'
import { PROFILE_KEYS, profileWords, valuesOf, type Profile } from '../../shared/survey/profile/profile.ts'
import { fc } from '../helpers/property.ts'

const item = <Key extends (typeof PROFILE_KEYS)[number]>(key: Key) =>
  fc.option(fc.constantFrom(...valuesOf(key)), { nil: undefined })
const profile = fc
  .record({ sex: item('sex'), age: item('age'), education: item('education'), work: item('work') })
  .map(told => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Profile)

describe('the profile of respondents', () => {
  it('asks what the form asks, each from a closed list with its words [S85]', () => {
    expect(PROFILE_KEYS).toEqual(['sex', 'age', 'education', 'work'])
    expect(valuesOf('sex')).toEqual(['L', 'P'])
    expect(valuesOf('education')).toEqual(['SD', 'SMP', 'SMA', 'D1-D3', 'S1', 'S2', 'S3'])
    for (const key of PROFILE_KEYS)
      for (const value of valuesOf(key)) expect([value, profileWords(key, value)?.length]).toEqual([value, 2])
    expect(profileWords('sex', 'toString')).toBeUndefined()
  })

  it('adds up in each item to how many answered, tidak diisi included [S86]', () => {
    fc.assert(
      fc.property(fc.array(profile), profiles => {
        const counted = countProfiles(profiles)
        for (const key of PROFILE_KEYS) {
          const { of, none } = counted[key]
          expect(of.reduce((sum, { n }) => sum + n, none)).toBe(profiles.length)
        }
        expect(counted.sex.of.map(({ value }) => value)).toEqual(['L', 'P'])
      }),
    )
  })

  it('is counted alike in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(profile), profiles => {
        expect(countProfiles([...profiles].reverse())).toEqual(countProfiles(profiles))
      }),
    )
  })
})
