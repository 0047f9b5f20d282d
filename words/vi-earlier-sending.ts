/** A request that is sent again, after a sending of which nobody knew whether it arrived. */
export const earlierSending = {
  /** On the receipt with a code. */
  withCode: {
    maybe:
      'Yêu cầu này đã đến nơi từ lần gửi trước, và bản đó được giữ. Nếu sau đó bạn có sửa gì thì phần sửa chưa được gửi. Hãy lưu mã, rồi vào “Xem trả lời” để viết thêm, đổi cách được trả lời hoặc rút yêu cầu.',
    changed:
      'Yêu cầu này đã đến nơi từ lần gửi trước, và bản đó được giữ. Điều bạn sửa sau đó chưa được gửi. Hãy lưu mã, rồi vào “Xem trả lời” để viết thêm, đổi cách được trả lời hoặc rút yêu cầu.',
    'other-way':
      'Yêu cầu này đã đến nơi từ lần gửi trước, lúc bạn còn chọn giữ mã. Bản đó được giữ; việc đổi sang “Chỉ hỏi một lần” và những gì sửa sau đó chưa được gửi. Hãy lưu mã, rồi vào “Xem trả lời” để viết thêm, đổi cách được trả lời hoặc rút yêu cầu.',
  },
  /** Where the request that stands was asked once: no code belongs to it. */
  once: {
    maybe:
      'Yêu cầu này đã đến nơi từ lần gửi trước, và bản đó được giữ. Nếu sau đó bạn có sửa gì thì phần sửa chưa được gửi. Yêu cầu không có mã nên không sửa được nữa: hãy gửi một yêu cầu mới và viết rõ điều gì đã đổi.',
    changed:
      'Yêu cầu này đã đến nơi từ lần gửi trước, và bản đó được giữ. Điều bạn sửa sau đó chưa được gửi. Yêu cầu không có mã nên không sửa được nữa: hãy gửi một yêu cầu mới và viết rõ điều gì đã đổi.',
    'other-way':
      'Yêu cầu này đã đến nơi từ lần gửi trước, lúc bạn còn chọn “Chỉ hỏi một lần”, nên không có mã. Bản đó được giữ; việc đổi sang giữ mã và những gì sửa sau đó chưa được gửi. Muốn có mã, hãy gửi một yêu cầu mới và viết rõ là thay cho yêu cầu trước.',
  },
  /** How an earlier sending that was asked once is answered, where nobody here can open it. */
  answerUnknown:
    'Nếu lần gửi trước có ghi số điện thoại, đầu mối chỉ trả lời bằng cách gọi vào số đó. Không ghi thì sẽ không có trả lời.',
  /** Before the next attempt, in the place of "nothing was sent". */
  mayHaveArrived:
    'Lần gửi trước có thể đã đến nơi. Nếu đã đến thì bản đó được giữ, điều bạn sửa bây giờ không được gửi. Hãy bấm gửi lại: trang sau nói rõ, và yêu cầu không bị gửi hai lần.',
} as const;
