(()=>{const name=document.title,folds=()=>document.querySelectorAll('details');
const go=()=>{const door=location.hash.length>1&&document.getElementById(location.hash.slice(1)),head=door&&door.querySelector('h1');
document.title=head&&door.id!=='home'?head.textContent+': '+name:name;if(door)scrollTo(0,0)};
addEventListener('hashchange',go);go();
addEventListener('beforeprint',()=>folds().forEach(fold=>{fold.dataset.was=fold.open;fold.open=true}));
addEventListener('afterprint',()=>folds().forEach(fold=>{fold.open=fold.dataset.was==='true'}))})();
