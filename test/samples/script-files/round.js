execution.setVariable('price', Math.round(price * 100) / 100);
