/** The pages of figures (`/so-lieu/`). What each figure says stands in content/figures. */
export const figures = {
  title: 'Số liệu',
  description:
    'Kế hoạch và kết quả cai nghiện ở Việt Nam mà chúng tôi tìm được nguồn, kèm phép tính kiểm lại và chỗ không khớp.',
  pages: {
    'tong-quan': 'Tổng quan',
    'ca-nuoc': 'Cả nước',
    'ha-noi': 'Hà Nội',
    'noi-khac': 'Các nơi khác',
  },
  pageTitle: (page: string) => `Số liệu: ${page}`,
  pageDescription: (page: string) =>
    `${page}: các con số về cai nghiện ma túy, mỗi con số có ngày, nguồn và phép tính kiểm lại.`,
  howToRead: 'Đọc các con số này thế nào',
  reading: [
    'Số liệu chép từ báo và văn bản đã đăng. Chúng tôi chưa đối chiếu với cơ quan đã công bố.',
    'Mỗi con số có ngày và nguồn. Hai con số khác ngày, khác nguồn thì không so hơn kém được.',
    'Chỗ nào nguồn cộng sai hoặc ghi lạ, chúng tôi để nguyên và nói rõ bên cạnh.',
    'Con số không nói được một người sẽ ra sao. Muốn biết mình nên làm gì, hãy đọc hướng dẫn hoặc hỏi đầu mối.',
  ],
  mismatches: 'Những chỗ không khớp',
  mismatchesIntro:
    'Máy tính cộng và chia lại mọi phép tính trong bảng. Những chỗ sau không ra đúng số mà nguồn ghi:',
  mismatch: (metric: string, place: string, period: string, stated: string, computed: string) =>
    `${metric}, ${place}, ${period}: nguồn ghi ${stated}, cộng các phần được ${computed}.`,
  allPages: 'Xem từng nơi',
  download: 'Tải về',
  downloadText: 'Toàn bộ chỉ số dưới dạng bảng, mở được bằng Excel hay LibreOffice:',
  downloadLink: (rows: number) => `chi-so.csv, ${rows} dòng`,
  columns: { metric: 'Chỉ số', value: 'Con số', about: 'Kiểm lại, ghi chú, nguồn' },
  metricAt: (metric: string, period: string) => `${metric} (${period})`,
  tableOf: (title: string) => `Bảng: ${title}`,
  partOf: (metric: string) => `Trong đó ${metric}`,
  inTotal: (metric: string) => `${metric}, tổng số`,
  noValue: 'chưa có',
  plan: (value: string) => `Kế hoạch: ${value}`,
  planOnly: (value: string) => `${value} (kế hoạch)`,
  derivedPlan: (value: string) => `Kế hoạch khoảng ${value} (tính ngược từ tỷ lệ)`,
  share: (stated: string, computed: string, isRight: boolean) =>
    isRight
      ? `Đạt ${stated} kế hoạch, tính lại ${computed}: khớp`
      : `Nguồn ghi ${stated}, tính lại ${computed}: không khớp`,
  sum: (terms: string, total: string) => `Cộng lại: ${terms} = ${total}`,
  fits: 'khớp',
  differs: (difference: string) => `lệch ${difference}`,
  ofPlan: (plan: string, percent: string) => `${percent} của kế hoạch ${plan}`,
  sources: 'Nguồn',
  sourceNumber: (number: number) => `Nguồn ${number}`,
} as const;
