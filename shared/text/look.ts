import type { Words } from '../kit/words.ts'

/** The logo and the colour of an office, for whoever sets it up. */
export const lookText = {
  logo: ['Logo', 'Logo'],
  'logo.why': [
    'PNG paling besar 32 KB, tinggi 32 sampai 1024 titik. Tampil di kiosk, layar ruang tunggu, halaman warga, dan struk.',
    'PNG of at most 32 KB, 32 to 1024 points high. Shown at the kiosk, the hall screen, on citizens’ pages and slips.',
  ],
  'logo.choose': ['Pilih gambar', 'Choose a picture'],
  'logo.remove': ['Hapus logo', 'Remove the logo'],
  'logo.shown': ['Logo kantor', 'Logo of the office'],
  'logo.large': ['Gambar ini lebih besar dari 32 KB.', 'This picture is larger than 32 KB.'],
  color: ['Pilih warna kantor', 'Choose the colour of the office'],
  'color.usual': ['Pakai warna bawaan', 'Use the usual colour'],
  'color.light': ['terang', 'light'],
  'color.dark': ['gelap', 'dark'],
  'color.good': ['Terbaca di tampilan terang dan gelap.', 'Legible in the light and in the dark.'],
  'color.faint': [
    'Terlalu pucat untuk dibaca, maka dipakai warna terdekat yang terbaca: {color}.',
    'Too faint to be read, so the nearest legible colour is used: {color}.',
  ],
  'color.call': [
    'Terlalu mirip kuning panggilan, maka dipakai warna terdekat yang berbeda: {color}.',
    'Too near the amber of a call, so the nearest colour apart from it is used: {color}.',
  ],
} as const satisfies Record<string, Words>
