def text = "Price: ${price}"
return text.toUpperCase()
