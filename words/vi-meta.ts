/** What search engines, link previews and feed readers show of the portal. */

/** Titles for search results where the heading of the page says less, because the page stands around it. */
export const titles = {
  guides: 'Hướng dẫn về cai nghiện ma túy tự nguyện',
  lawQuestions: 'Hỏi và đáp về luật cai nghiện ma túy',
  lawChanges: 'Luật cai nghiện ma túy: điều gì đổi từ 1/7/2026',
  lawRegister: 'Danh mục văn bản về cai nghiện ma túy',
  lawDocument: (name: string) => `${name}: còn áp dụng không?`,
  glossary: 'Từ ngữ của luật cai nghiện, bằng lời thường',
  figures: 'Số liệu cai nghiện ma túy ở Việt Nam',
  figuresOf: (place: string) => `Số liệu cai nghiện ma túy: ${place}`,
} as const;

/** Cards that several pages share: what is drawn on them. */
const cards = {
  'diem-tua': { section: null, title: 'Một chỗ để tựa vào' },
  'danh-ba': { section: 'Danh bạ', title: 'Tìm nơi giúp gần bạn' },
  'van-ban': { section: 'Luật', title: 'Văn bản, điều khoản và ngày áp dụng' },
} as const;

/** Words of two syllables that a card does not break over two lines. */
const unbroken = ['cai nghiện', 'ma túy', 'tự nguyện', 'người thân', 'từng bước', 'thời hạn', 'ổn định'];

/** Link previews. Somebody else may see them in a chat, so nothing here tells why a person looked. */
export const preview = {
  cards,
  unbroken,
  /** For the pages on which a person writes, and for guides whose own words would tell on somebody. */
  neutral: {
    title: 'Điểm Tựa',
    description: 'Thông tin dễ đọc, có nguồn và ngày đối chiếu. Đọc không cần tài khoản.',
  },
  sections: {
    guide: 'Hướng dẫn',
    law: 'Luật',
    figures: 'Số liệu',
    campaign: 'Chiến dịch',
  },
  /** The card in words, for whoever does not see it. */
  alt: (card: string, section: string | null, title: string) => {
    const shared = Object.entries(cards).find(([name]) => name === card)?.[1];
    const shown = shared ?? { section, title };
    return [shown.section, shown.title, 'Điểm Tựa'].filter((part) => part !== null).join(' · ');
  },
} as const;

/** The feed of what changed in the guides. */
export const guideFeed = {
  title: 'Điểm Tựa: thay đổi trong các bài hướng dẫn',
  author: 'Ban biên tập Điểm Tựa',
  link: 'Nhận tin khi bài thay đổi (Atom)',
  linkNote: 'Dùng với một ứng dụng đọc tin; không cần để lại địa chỉ.',
  checked: (day: string) => `Đã đối chiếu với nguồn, ngày ${day}.`,
  law: (topics: readonly string[]) => `Bảng trước và nay: ${topics.join('; ')}.`,
} as const;

/** What schema.org is told of registering. */
export const registering = {
  name: 'Đăng ký cai nghiện ma túy tự nguyện',
  operator: 'Công an cấp xã nơi cư trú',
  country: 'Việt Nam',
  channels: ['Công an cấp xã nơi cư trú', 'Cổng Dịch vụ công quốc gia', 'VNeID'],
} as const;
