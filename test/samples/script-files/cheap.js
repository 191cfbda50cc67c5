price < 10;
