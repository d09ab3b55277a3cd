import type { Words } from '../kit/words.ts'

/** How a score was computed, in the five sentences of the method with the figures of whom it is about: of the reader, or of somebody else. */
export const scoreHowText = {
  title: ['Bagaimana dihitung', 'How it is computed'],
  of: ['Bagaimana dihitung: {name}', 'How it is computed: {name}'],
  own1: [
    'Ini rata-rata penilaian warga yang Anda layani pada periode ini, bukan SKM dan bukan predikat: {n} penilaian, {leftOut} dikecualikan.',
    'This is the mean of what those whom you served rated in this period, no SKM and no verdict: {n} ratings, {leftOut} left out.',
  ],
  own2: [
    'Layanan, kanal, jam, dan waktu tunggu yang bukan karena Anda sudah diperhitungkan: {plain} menjadi {value}.',
    'Service, channel, hour and a wait that was not of your making are allowed for: {plain} becomes {value}.',
  ],
  own3: [
    'Rentangnya menunjukkan seberapa jauh angka bisa bergeser karena kebetulan: {low} sampai {high}.',
    'The interval says how far chance may move the figure: {low} to {high}.',
  ],
  own4: [
    'Perkiraan terbaik menarik angka ke arah rata-rata petugas yang nilainya ditampilkan; makin sedikit penilaian, makin kuat tarikannya: {value} ke arah {office} menjadi {estimate}.',
    'The best estimate draws the figure towards the mean of those whose score is shown, the more the fewer ratings there are: {value} towards {office} becomes {estimate}.',
  ],
  own5: [
    'Anda baru dinyatakan berbeda bila di luar batas 99,8 % yang dihitung dari {colleagues} rekan yang nilainya ditampilkan, tanpa Anda ({lowFlag} sampai {highFlag}), dan baru ditindaklanjuti bila terulang pada 2 dari 3 periode.',
    'You are called different only outside the 99.8 % limits of the {colleagues} colleagues whose score is shown, without you ({lowFlag} to {highFlag}), and it is acted on only when it comes again in 2 of 3 periods.',
  ],
  row1: [
    'Ini rata-rata penilaian warga yang dilayani pada periode ini, bukan SKM dan bukan predikat: {n} penilaian, {leftOut} dikecualikan.',
    'This is the mean of what those who were served rated in this period, no SKM and no verdict: {n} ratings, {leftOut} left out.',
  ],
  row2: [
    'Layanan, kanal, jam, dan waktu tunggu yang bukan karena petugas sudah diperhitungkan: {plain} menjadi {value}.',
    'Service, channel, hour and a wait that was not of the officer’s making are allowed for: {plain} becomes {value}.',
  ],
  row5: [
    'Baru dinyatakan berbeda bila di luar batas 99,8 % yang dihitung dari {colleagues} lainnya yang nilainya ditampilkan ({lowFlag} sampai {highFlag}), dan baru ditindaklanjuti bila terulang pada 2 dari 3 periode.',
    'Called different only outside the 99.8 % limits of the {colleagues} others whose score is shown ({lowFlag} to {highFlag}), and acted on only when it comes again in 2 of 3 periods.',
  ],
  alone: [
    '{why}. Karena itu tidak ada penyesuaian, perkiraan, dan batas.',
    '{why}. So there is no adjustment, estimate or limit.',
  ],
} as const satisfies Record<string, Words>
