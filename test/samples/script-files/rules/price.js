// 10 % off for ten or more
var full = amount * unitPrice;
amount >= 10 ? full * 0.9 : full;
