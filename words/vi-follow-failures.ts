/** What a person who comes back is told when an act failed in their browser: what is sure, and what cannot be known. */

/**
 * An act each. `network`: it left, no answer came. `unsent`: it never left. `unsealed`: the browser could not seal it.
 * `unshown`: it is done, and only what follows could not be shown.
 */
export const followFailures = {
  opening: {
    network: 'Chưa mở được vì mất kết nối. Hãy thử lại.',
    unopened: 'Trình duyệt này chưa mở được. Hãy xem lại kết nối, tải lại trang rồi gõ mã lần nữa.',
  },
  reply: {
    network:
      'Mất kết nối nên chưa biết lời nhắn đã đến nơi chưa. Chữ bạn viết vẫn còn: hãy bấm gửi lại, lời nhắn không bị gửi hai lần.',
    unsealed:
      'Trình duyệt chưa niêm phong được nên lời nhắn chưa rời máy bạn. Chữ bạn viết vẫn còn: hãy bấm gửi lại.',
    unshown:
      'Đã gửi lời nhắn của bạn, nhưng chưa mở lại được trao đổi. Bấm gửi lần nữa để xem: lời nhắn không bị gửi hai lần.',
  },
  contact: {
    network:
      'Mất kết nối nên chưa biết cách nhận trả lời đã được đổi chưa. Điều bạn điền vẫn còn: hãy bấm gửi lại, đầu mối không nhận hai lần.',
    unsealed:
      'Trình duyệt chưa niêm phong được nên chưa có gì rời máy bạn, cách nhận trả lời chưa đổi. Điều bạn điền vẫn còn: hãy bấm gửi lại.',
    unshown:
      'Đã đổi cách nhận trả lời, nhưng chưa mở lại được yêu cầu. Bấm gửi lần nữa để xem: đầu mối không nhận hai lần.',
  },
  data: {
    network:
      'Mất kết nối nên chưa biết yêu cầu về dữ liệu đã đến nơi chưa. Điều bạn điền vẫn còn: hãy bấm gửi lại, yêu cầu không bị gửi hai lần.',
    unsealed:
      'Trình duyệt chưa niêm phong được nên chưa có gì rời máy bạn. Điều bạn điền vẫn còn: hãy bấm gửi lại.',
    unshown:
      'Đã gửi yêu cầu về dữ liệu, nhưng chưa mở lại được trang. Bấm gửi lần nữa để xem: yêu cầu không bị gửi hai lần.',
  },
  complaint: {
    network:
      'Mất kết nối nên chưa biết khiếu nại đã đến nơi chưa. Chữ bạn viết vẫn còn: hãy bấm gửi lại, khiếu nại không bị gửi hai lần.',
    unsent: 'Chưa gửi được khiếu nại vì mất kết nối. Chữ bạn viết vẫn còn: hãy bấm gửi lại.',
    unsealed:
      'Trình duyệt chưa niêm phong được nên khiếu nại chưa rời máy bạn. Chữ bạn viết vẫn còn: hãy bấm gửi lại.',
    unshown:
      'Đã gửi khiếu nại, nhưng chưa hiện được mã của nó. Bấm gửi lần nữa để thấy mã: khiếu nại không bị gửi hai lần.',
  },
  withdraw: {
    network:
      'Mất kết nối nên chưa biết yêu cầu đã được xóa chưa. Hãy bấm xóa lần nữa: nếu đã xóa rồi, trang này sẽ báo.',
    unsealed:
      'Trình duyệt chưa gửi được lệnh xóa, nên chưa có gì bị xóa. Hãy tải lại trang, gõ mã rồi thử lại.',
    unshown: 'Đã xóa yêu cầu của bạn. Mã không còn mở được gì nữa.',
    /** Asked again after an attempt whose end is unknown, with a code that this page never opened. */
    nothingLeft:
      'Không có yêu cầu nào với mã này. Nếu mã gõ đúng thì lần bấm trước đã xóa xong. Nếu chưa chắc, hãy so lại từng nhóm của mã.',
  },
} as const;
