/** The way of registering step by step, the sheet to take along, and what stands at the end of a printed leaflet. */

/**
 * How content/legal/registration.md names whom a sentence is for, and how the page says it after “Nếu”. The keys after
 * the colon are those of domain/registration-case.ts.
 */
export const conditionPhrases = {
  'đã được báo là nghiện': { result: ['told'] },
  'mới dương tính': { result: ['positive'] },
  'chưa có kết quả': { result: ['none'] },
  'chưa đủ 12 tuổi': { age: ['under-12'] },
  'dưới 18 tuổi': { age: ['under-12', 'minor'] },
  'từ 12 đến dưới 18 tuổi': { age: ['minor'] },
  'từ đủ 12 tuổi': { age: ['minor', 'adult'] },
  'từ đủ 18 tuổi': { age: ['adult'] },
  'có nơi cư trú ổn định': { residence: ['settled'] },
  'không có nơi cư trú ổn định': { residence: ['unsettled'] },
  'là người nước ngoài': { residence: ['foreign'] },
  'không phải người nước ngoài': { residence: ['settled', 'unsettled'] },
  'cai lần đầu': { turn: ['first'] },
  'cai từ lần thứ hai': { turn: ['again'] },
  'cai tại nhà, cộng đồng': { place: ['home'] },
  'cai ở cơ sở công lập': { place: ['public'] },
  'cai ở cơ sở tư nhân': { place: ['private'] },
  'cai tại nhà hoặc cơ sở tư nhân': { place: ['home', 'private'] },
  'cai ở cơ sở': { place: ['public', 'private'] },
} as const;

/** What the build says to whoever wrote a step or the sheet wrongly. */
export const registrationCheck = {
  condition: (written: string, known: readonly string[]) =>
    `Không hiểu điều kiện “${written}”. Chọn trong: ${known.join('; ')}.`,
  slug: (written: string) => `“${written}” không phải địa chỉ bài, như dang-ky-cai-nghien-tu-nguyen.`,
  noSource: (title: string) =>
    `Mục “${title}” có câu không nêu căn cứ. Thêm một trích dẫn, hoặc mở đầu bằng “Chưa rõ:”, “Lời khuyên:”, “Nhớ:”.`,
  sheetLine: (written: string) =>
    `Không hiểu “${written}”. Mỗi dòng của phiếu là “- Đánh dấu: …” hoặc “- Điền: …”.`,
} as const;

/** The page of the way. */
export const registrationPath = {
  title: 'Đăng ký cai nghiện: từng bước cho bạn',
  description:
    'Trả lời vài câu để thấy đúng các bước, giấy tờ, thời hạn của mình: tuổi, nơi cư trú, lần thứ mấy, cai ở đâu.',
  /** Shown while no script runs. */
  readAll: 'Trang này kể mọi trường hợp; chữ “Nếu” cho biết câu nào dành cho ai.',
  formTitle: 'Trường hợp của bạn',
  formLead:
    'Trả lời để các bước thu lại còn phần của bạn. Điều bạn chọn và điền chỉ nằm trên màn hình này: không gửi đi, không lưu lại.',
  questions: {
    result: {
      legend: 'Bạn đã được báo kết quả nào?',
      options: {
        told: 'Đã được báo là nghiện',
        positive: 'Mới được báo dương tính',
        none: 'Chưa có kết quả',
      },
    },
    age: {
      legend: 'Người cai bao nhiêu tuổi?',
      options: { 'under-12': 'Chưa đủ 12', minor: 'Từ 12 đến dưới 18', adult: 'Từ đủ 18' },
    },
    residence: {
      legend: 'Nơi cư trú thế nào?',
      options: {
        settled: 'Có nơi cư trú ổn định',
        unsettled: 'Không có nơi cư trú ổn định',
        foreign: 'Là người nước ngoài',
      },
    },
    turn: { legend: 'Cai lần thứ mấy?', options: { first: 'Lần đầu', again: 'Từ lần thứ hai' } },
    place: {
      legend: 'Muốn cai ở đâu?',
      options: {
        home: 'Tại nhà, cộng đồng',
        public: 'Cơ sở công lập hoặc trường giáo dưỡng',
        private: 'Cơ sở tư nhân',
      },
    },
  },
  /** Beside a question that the law has narrowed. */
  narrowed: 'Theo luật, bạn không chọn được mọi nơi: xem bước “Chọn nơi cai”.',
  dates: {
    legend: 'Tính hạn của bạn',
    since: 'Đếm từ lúc',
    milestones: {
      told: 'được báo là nghiện',
      submitted: 'nộp hồ sơ',
      decided: 'có quyết định',
      started: 'bắt đầu cai',
      left: 'rời cơ sở tư nhân',
    },
    date: 'Ngày',
    time: 'Giờ',
    timeHint: 'Để trống thì đếm từ 0 giờ.',
    tooEarly: 'Chỉ đếm từ 1/7/2026, ngày luật này bắt đầu áp dụng.',
    estimate: ' (nếu bước trước dùng hết hạn)',
    unsure: ' (lịch nghỉ lễ chưa công bố đủ)',
  },
  /** Before the chosen answers. */
  status: 'Các bước cho: ',
  statusAll: 'Chưa chọn gì: đang hiện mọi trường hợp.',
  toSteps: 'Xem các bước',
  reset: 'Xóa hết',
  print: 'In các bước này',
  if: (phrases: readonly string[]) => `Nếu ${phrases.join(' và ')}:`,
  due: {
    register: 'Nộp đăng ký trước',
    decision: 'Có quyết định trước',
    start: 'Bắt đầu chậm nhất',
    monitoring: 'Có quyết định giám sát trước',
    device: 'Đeo thiết bị trước',
    threeStages: 'Xong ba giai đoạn, sớm nhất',
    end: 'Hết thời hạn cai',
    report: 'Trình diện Công an cấp xã, chậm nhất',
  },
  past: 'Hạn này đã qua: hãy đến Công an cấp xã ngay, đừng trốn.',
  /** From Monday on. */
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  counting:
    'Cách đếm là suy luận của chúng tôi: giờ chạy cả ngày nghỉ; ngày làm việc bỏ thứ Bảy, Chủ nhật, ngày lễ. Giấy bạn nhận được ghi khác thì theo giấy.',
  sheetLink: 'Phiếu mang theo khi đi đăng ký, một tờ A4',
} as const;

/** The sheet to take along. */
export const registrationSheet = {
  title: 'Phiếu mang theo khi đi đăng ký cai nghiện',
  description:
    'Một tờ A4 để in và điền tay: mốc 24 giờ, giấy tờ, đã nộp cho ai, điều cần hỏi. Không phải mẫu của Nhà nước.',
  notOfficial:
    'Đây không phải mẫu của Nhà nước và không thay cho hồ sơ. Đừng nộp tờ này; điền tay rồi giữ cho mình.',
  howTo:
    'Trang này để in ra và điền bằng bút. Không có chỗ nào để gõ, nên không có gì được gửi đi hay lưu lại.',
  print: 'In phiếu này',
  noPrinter: 'Không in được? Chép các mục dưới đây ra giấy cũng được.',
} as const;

/** A page as a leaflet on paper. */
export const leaflet = {
  print: 'In bài này',
  /** Where whoever holds the paper finds the page as it is today. */
  newest: 'Luật có thể đã đổi sau khi in. Bản mới nhất:',
  qrName: 'Mã QR dẫn tới trang này',
  emergency: 'Cấp cứu: gọi 115. Dưới 18 tuổi: gọi 111.',
} as const;
