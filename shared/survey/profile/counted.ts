import { PROFILE_KEYS, valuesOf, type Profile, type ProfileKey } from './profile.ts'

/** How many of the respondents are what, in the order of the form; `none` filled nothing in. */
export interface ProfileCount {
  readonly of: readonly { readonly value: string; readonly n: number }[]
  readonly none: number
}

/**
 * Each item counted by itself: its values and "tidak diisi" always add up to how many profiles there are.
 * @example countProfiles([{ sex: 'L' }, { sex: 'P' }, {}]).sex // { of: [{ value: 'L', n: 1 }, { value: 'P', n: 1 }], none: 1 }
 */
export function countProfiles(profiles: Iterable<Profile>): Readonly<Record<ProfileKey, ProfileCount>> {
  const all = [...profiles]
  const count = (key: ProfileKey): ProfileCount => {
    const of = valuesOf(key).map(value => ({ value: value as string, n: all.filter(p => p[key] === value).length }))
    return { of, none: all.length - of.reduce((sum, { n }) => sum + n, 0) }
  }
  return Object.fromEntries(PROFILE_KEYS.map(key => [key, count(key)])) as Record<ProfileKey, ProfileCount>
}
